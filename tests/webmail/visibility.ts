/** jsdom lays nothing out and has no `checkVisibility`: hidden is what `display: none` or `hidden` hides. */
export function installVisibility(): void {
  Element.prototype.checkVisibility = function isShown(this: Element): boolean {
    for (let at: Element | null = this; at; at = at.parentElement) {
      if (at.hasAttribute('hidden') || getComputedStyle(at).display === 'none') return false
    }
    return true
  }
}
