/** Where the dashboard is, read from the address behind `#`. */
export type Route =
  | { page: 'people' }
  | { page: 'person'; id: string }
  | { page: 'changes' }
  | { page: 'settings' }
  | { page: 'unknown' }

/** Reads a hash such as `#/people/3f2a`. Nothing at all means the list of people. */
export function readRoute(hash: string): Route {
  const [page = '', ...rest] = hash.replace(/^#?\/?/, '').split('/')
  if (rest.length === 0) {
    if (page === '' || page === 'people') return { page: 'people' }
    if (page === 'changes' || page === 'settings') return { page }
  }
  const [id, ...more] = rest
  if (page === 'people' && id && more.length === 0) {
    try {
      return { page: 'person', id: decodeURIComponent(id) }
    } catch {
      // A broken escape in a pasted address.
    }
  }
  return { page: 'unknown' }
}

/** The address of a person's page. */
export function personLink(id: string): string {
  return `#/people/${encodeURIComponent(id)}`
}
