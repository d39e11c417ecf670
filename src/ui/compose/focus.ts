/** Keeping the focus inside the picker's panel; the mail page is reached again by closing it. */

/** As a `ref`: gives the element the focus once, when it is drawn first. */
export function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus()
}

/** As a `ref`: the same for the first field inside. */
export function focusFirst(element: HTMLElement | null): void {
  focusOn(element?.querySelector<HTMLElement>('input,select,button'))
}

/** The search field has the focus. */
export function isOnSearch(panel: HTMLElement | null): boolean {
  return activeIn(panel)?.getAttribute('role') === 'combobox'
}

/** What has the focus inside the panel's shadow root; the page sees only the host. */
export function activeIn(panel: HTMLElement | null): Element | null {
  return (panel?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null
}

/** A press on empty ground of the panel must not lose the focus to the mail page. */
export function keepPressInside(event: MouseEvent, panel: HTMLElement | null): void {
  const target = event.target as Element
  if (!target.closest('button,input,select,label,[role="option"],.preview')) {
    event.preventDefault()
    if (!activeIn(panel)) panel?.focus()
  }
}

/** Tab goes round inside the panel. */
export function keepFocusInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (event.key !== 'Tab' || !panel) return
  const stops = [...panel.querySelectorAll<HTMLElement>('button:not(:disabled),input,select,[tabindex="0"]')]
  const [first, last] = [stops[0], stops.at(-1)]
  const now = activeIn(panel)
  if (event.shiftKey ? now === first || !now : now === last || !now) {
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }
}
