/**
 * Reading a page we do not trust. Methods are taken from the prototypes, because a `<form name="querySelector">` hides
 * the document's own (DOM clobbering).
 */

type Queried = Document | Element

/** All elements of `root` that fit, in document order. */
export function queryAll(root: Queried, selector: string): Element[] {
  return [...(Object.getPrototypeOf(root) as Queried).querySelectorAll.call(root, selector)]
}

/** The first element of `root` that fits, or null. */
export function queryOne(root: Queried, selector: string): Element | null {
  return (Object.getPrototypeOf(root) as Queried).querySelector.call(root, selector)
}

/** The content of `meta[name=…]`, trimmed; empty when there is none. */
export function readMeta(doc: Document, name: string): string {
  return queryOne(doc, `meta[name="${name}"]`)?.getAttribute('content')?.trim() ?? ''
}

/** Inline markup that belongs to a text of the site itself. */
const inlineTags = new Set('B I EM STRONG SUB SUP U MARK SMALL FONT BR'.split(' '))

/**
 * The text an element has of the site itself: text and simple inline markup. Elements that other extensions put in
 * (links, pictures, badges) are left out.
 */
export function readOwnText(element: Element): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? ''
    else if (node.nodeType === 1 && inlineTags.has(node.nodeName.toUpperCase())) {
      text += node.nodeName.toUpperCase() === 'BR' ? ' ' : readOwnText(node as Element)
    }
  }
  return text
}
