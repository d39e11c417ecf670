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

type Getter<T> = (node: Node) => T

/**
 * A property as the browser itself answers it: a form has its fields as properties, `<input name="firstChild">` among
 * them, and a document its forms and pictures. The getter is looked up once: a page has many nodes. The one furthest up
 * fits every node; a script element has a `textContent` of its own further down.
 */
function askPrototype<T>(key: string): Getter<T> {
  let getter: ((this: Node) => T) | undefined
  return (node) => {
    if (!getter) {
      for (let at = Object.getPrototypeOf(node); at; at = Object.getPrototypeOf(at)) {
        getter = Object.getOwnPropertyDescriptor(at, key)?.get ?? getter
      }
    }
    return (getter as (this: Node) => T).call(node)
  }
}

export const rootOf = askPrototype<Element | null>('documentElement')
export const parentOf = askPrototype<Element | null>('parentElement')
export const childrenOf = askPrototype<HTMLCollection>('children')
export const firstChildOf = askPrototype<Node | null>('firstChild')
export const nextSiblingOf = askPrototype<Node | null>('nextSibling')
export const nodeTypeOf = askPrototype<number>('nodeType')
export const tagOf = askPrototype<string>('tagName')
export const textOf = askPrototype<string | null>('textContent')

/** The value of an attribute, or null when it or the element is not there. */
export function attributeOf(element: Element | null, name: string): string | null {
  return element && (Object.getPrototypeOf(element) as Element).getAttribute.call(element, name)
}

/** Elements between whose text no blank is needed to part words; any other parts them. */
const within = /^(A|ABBR|B|BDI|BDO|CITE|CODE|EM|FONT|I|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|U|WBR)$/
const silent = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/

/** The text inside an element, at most `max` letters of it: its own `textContent` may be megabytes long. */
export function readText(element: Element, max: number): string {
  let text = ''
  let node = firstChildOf(element)
  const above: Element[] = []
  // A hostile element may hold any number of nodes without text.
  for (let steps = 0; steps < max * 2 && text.length < max; steps += 1) {
    if (!node) {
      const parent = above.pop()
      if (!parent) break
      if (!within.test(tagOf(parent).toUpperCase())) text += ' '
      node = nextSiblingOf(parent)
      continue
    }
    const type = nodeTypeOf(node)
    if (type === 3) text += (node.nodeValue ?? '').slice(0, max)
    if (type === 1 && !silent.test(tagOf(node).toUpperCase())) {
      if (!within.test(tagOf(node).toUpperCase())) text += ' '
      above.push(node as Element)
      node = firstChildOf(node)
    } else node = nextSiblingOf(node)
  }
  return text.slice(0, max)
}

/** The content of `meta[name=…]`, trimmed; empty when there is none. */
export function readMeta(doc: Document, name: string): string {
  return queryOne(doc, `meta[name="${name}"]`)?.getAttribute('content')?.trim() ?? ''
}

/** Inline markup that belongs to a text of the site itself. */
const inlineTags = /^(B|I|EM|STRONG|SUB|SUP|U|MARK|SMALL|FONT|BR)$/

/**
 * The text an element has of the site itself: text and simple inline markup. Elements that other extensions put in
 * (links, pictures, badges) are left out.
 */
export function readOwnText(element: Element): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? ''
    else if (node.nodeType === 1 && inlineTags.test(node.nodeName.toUpperCase())) {
      text += node.nodeName.toUpperCase() === 'BR' ? ' ' : readOwnText(node as Element)
    }
  }
  return text
}
