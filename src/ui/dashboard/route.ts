/** Where the dashboard is, read from the address behind `#`. */
export type Route =
  | { page: 'people' }
  | { page: 'person'; id: string }
  | { page: 'rotations' }
  | { page: 'rotation'; id: string }
  | { page: 'letters' }
  | { page: 'letter'; id: string }
  | { page: 'events' }
  | { page: 'programs' }
  | { page: 'program'; id: string }
  | { page: 'shortlist' }
  | { page: 'interviews' }
  | { page: 'road' }
  | { page: 'templates' }
  | { page: 'funnel' }
  | { page: 'changes' }
  /** `site`: the host to propose for the standing offer; '' shows its section alone; null is the settings from their top. */
  | { page: 'settings'; site: string | null }
  | { page: 'unknown' }

/** Pages of one record, by the page that lists them. */
const pagesOfOne = {
  people: 'person',
  rotations: 'rotation',
  letters: 'letter',
  programs: 'program',
} as const

/** Pages that stand for themselves. */
const plainPages = ['funnel', 'programs', 'shortlist', 'interviews', 'road', 'templates'] as const

/** Reads a hash such as `#/people/3f2a`. Nothing at all means the list of people. */
export function readRoute(hash: string): Route {
  const [page = '', ...rest] = hash.replace(/^#?\/?/, '').split('/')
  if (rest.length === 0) {
    if (page === '' || page === 'people') return { page: 'people' }
    if (page === 'rotations' || page === 'letters' || page === 'events') return { page }
    if (page === 'changes') return { page }
    const plain = plainPages.find((one) => one === page)
    if (plain) return { page: plain }
    if (page === 'settings') return { page, site: null }
  }
  const [id, ...more] = rest
  if (page === 'settings' && id === 'sites' && more.length < 2) return { page, site: more[0] ?? '' }
  if (Object.hasOwn(pagesOfOne, page) && id && more.length === 0) {
    try {
      return { page: pagesOfOne[page as keyof typeof pagesOfOne], id: decodeURIComponent(id) }
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

/** The address of a rotation's page. */
export function rotationLink(id: string): string {
  return `#/rotations/${encodeURIComponent(id)}`
}

/** The address of a letter's page. */
export function letterLink(id: string): string {
  return `#/letters/${encodeURIComponent(id)}`
}

/** The address of a program's page. */
export function programLink(id: string): string {
  return `#/programs/${encodeURIComponent(id)}`
}
