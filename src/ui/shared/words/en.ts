/**
 * The catalogue: every word the student sees outside `seeds/`, one group for each screen, each in a file of its own under
 * `en/`. This file holds no words itself: only so does the build give every page its own groups and no others. A
 * translation is one folder of the same shape.
 * Texts may hold `{name}` and `{count|one form|many form}`: see `say`.
 */
export { anyPage } from './en/any-page'
export { capture } from './en/capture'
export { common } from './en/common'
export { compose } from './en/compose'
export { dashboard } from './en/dashboard'
export { eventsPage } from './en/events-page'
export { funnelPage } from './en/funnel-page'
export { funnelPanel } from './en/funnel-panel'
export { funnelPopup } from './en/funnel-popup'
export { interviewsPage } from './en/interviews-page'
export { lettersPage } from './en/letters-page'
export { log } from './en/log'
export { messages } from './en/messages'
export { offer } from './en/offer'
export { page } from './en/page'
export { pageMessages } from './en/page-messages'
export { popup } from './en/popup'
export { programsPage } from './en/programs-page'
export { pubmedPage } from './en/pubmed-page'
export { remarksWords } from './en/remarks-words'
export { road } from './en/road'
export { roadPage } from './en/road-page'
export { rotationsPage } from './en/rotations-page'
export { sources } from './en/sources'
export { templatesPage } from './en/templates-page'
export { welcome } from './en/welcome'
