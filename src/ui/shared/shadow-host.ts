/**
 * In-page interface lives in a closed shadow root, so the page's scripts and styles cannot reach in. The `e2e` build
 * opens it, and differs in nothing else, because axe and browser drivers pass over closed roots in silence.
 */

/** Closed, but for the `e2e` build. */
export const shadowMode: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed'

/** Every node the product adds to a page carries this attribute; stale ones of an earlier version are found by it. */
export const hostAttribute = 'data-preround'

/**
 * A host element with its shadow root. `name` tells hosts apart. The caller places it and takes it away.
 * `all: initial` keeps the page's styles out; as a rule of the root, not an attribute, it leaves text spacing to the
 * student's own style sheets (axe in Firefox asks for that).
 */
export function createShadowHost(
  doc: Document,
  name: string,
  css: string,
): { host: HTMLElement; root: ShadowRoot } {
  const host = doc.createElement('div')
  host.setAttribute(hostAttribute, name)
  const root = host.attachShadow({ mode: shadowMode })
  const style = doc.createElement('style')
  style.textContent = `:host{all:initial!important}${css}`
  root.append(style)
  return { host, root }
}

/** Takes away nodes of this name below `root`: an earlier version of the extension may have left some. */
export function removeStaleHosts(root: ParentNode, name: string): void {
  for (const stale of root.querySelectorAll(`[${hostAttribute}="${name}"]`)) stale.remove()
}
