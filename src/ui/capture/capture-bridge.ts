/**
 * How the tiny page script and the panel, which is loaded on the first click, find each other: one property of the
 * isolated world's global object. The page itself cannot see it.
 */
export interface CaptureRequest {
  /** Place of the chosen author in the page's author list, from 0; -1 proposes the last. */
  author: number
  /** The panel closed: the control takes the focus back. */
  returnFocus: () => void
  /** The log changed: the page asks for its marks again. */
  saved: () => void
}

export interface CaptureBridge {
  /** Opens the panel, or turns the open one to another author. */
  open(request: CaptureRequest): void
  stop(): void
}

declare global {
  var preroundCapture: CaptureBridge | undefined
  var preroundPubmed: { stop(): void } | undefined
}
