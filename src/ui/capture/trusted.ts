/** Page scripts must not act on events that a page made up. */
export const trusted =
  <E extends Event>(act: (event: E) => void) =>
  (event: E) => {
    if (event.isTrusted) act(event)
  }
