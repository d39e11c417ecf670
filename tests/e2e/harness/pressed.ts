import type { Page } from 'playwright-core'

/** What a control looked like in the first frame after the student used it. */
export interface PressedLook {
  /** Below 1: it looks pressed. */
  opacity: number
  /** From the event, by its own time stamp, to that frame. */
  ms: number
}

/**
 * Waits for the next event of this type on a control of ours (e2e build: its root is open), and looks at the control in
 * the very next frame. Answers how to ask what was seen.
 */
export async function watchPress(
  page: Page,
  type: 'click' | 'pointerdown',
): Promise<() => Promise<PressedLook>> {
  await page.evaluate((type) => {
    const seen = new Promise((resolve) => {
      addEventListener(
        type,
        (event) => {
          const button = event.composedPath()[0] as Element
          requestAnimationFrame(() =>
            resolve({
              opacity: Number(getComputedStyle(button).opacity),
              ms: performance.now() - event.timeStamp,
            }),
          )
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { seenPress: seen })
  }, type)
  return () => page.evaluate('window.seenPress')
}
