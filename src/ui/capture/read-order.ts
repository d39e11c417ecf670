import { isEmailAddress } from '../../domain/guards/email'
import { cleanLine } from '../../domain/guards/text'
import { foldText } from '../../domain/names/fold'
import { emptyDraft, makeUnreadName } from '../../domain/person/draft'
import type { PersonDraft, Provenance } from '../../domain/person/person'
import type { CaptureOrder } from '../../messaging/protocol'
import type { PageReading, PanelParts } from './page-reading'
import { type PanelView, readingOf, viewReading } from './panel-view'

/** Whom the panel proposes of an article's authors when none was pointed at: the last. */
const lastAuthor = -1

/** Somebody of whom nothing is known yet. */
export function makeBlankDraft(): PersonDraft {
  return emptyDraft(makeUnreadName(''))
}

/** What to show for what the student asked for. `url` is the page's own address. */
export async function readOrder(
  order: CaptureOrder,
  parts: Pick<PanelParts, 'readPage' | 'readSelection'>,
  url: string,
  signal: AbortSignal,
): Promise<PanelView> {
  if (order.what === 'selection') {
    const draft = await parts.readSelection(order.text)
    if (draft) return viewReading(readingOf(draft), 0, makeBlankDraft())
    const reading = await parts.readPage(signal)
    const named = findNamed(reading, order.text)
    // An author marked on the page: the page tells more of them than the mark.
    if (named) return viewReading(reading, named.index, makeBlankDraft())
    return { state: 'nobody', why: 'nobodySelected', byHand: draftOfText(order.text, url) }
  }
  const reading = await parts.readPage(signal)
  if (order.what === 'page') return viewReading(reading, lastAuthor, makeBlankDraft())
  return await viewAddress(reading, order, parts, url)
}

/** The person whose whole name is what was selected. */
function findNamed(reading: PageReading, text: string) {
  const wanted = foldText(cleanLine(text, 240))
  return reading.kind === 'article'
    ? reading.people.find((one) => foldText(one.draft.names.shown) === wanted)
    : undefined
}

/** A link to write to somebody: the one of the page who has the address, or whose name stands around it. */
async function viewAddress(
  reading: PageReading,
  { address, text }: CaptureOrder & { what: 'address' },
  parts: Pick<PanelParts, 'readSelection'>,
  url: string,
): Promise<PanelView> {
  const email = readMailAddress(address)
  const provenance: Provenance = { source: 'page.chosen-link', url, certainty: 'stated', at: '' }
  const withEmail = (draft: PersonDraft): PersonDraft =>
    email
      ? {
          ...draft,
          // Chosen by the student: it leads, and nobody needs to be asked whose it is.
          emails: [
            { address: email, certain: true },
            ...draft.emails.filter((one) => one.address.toLowerCase() !== email.toLowerCase()),
          ],
          provenance: { ...draft.provenance, emails: provenance },
        }
      : draft
  const owners = reading.people.filter(({ draft }) =>
    draft.emails.some((one) => one.address.toLowerCase() === email.toLowerCase()),
  )
  const [owner, another] = owners
  if (owner && !another) return viewReading(readingOf(withEmail(owner.draft)), 0, makeBlankDraft())
  const near = await parts.readSelection(text)
  if (near) return viewReading(readingOf(withEmail(near)), 0, makeBlankDraft())
  return { state: 'nobody', why: 'nobody', byHand: withEmail(makeBlankDraft()) }
}

/** The plain address of a mailto link; empty when there is none. */
function readMailAddress(link: string): string {
  const [written = ''] = link.replace(/^mailto:/i, '').split('?')
  let address = written
  try {
    address = decodeURIComponent(written)
  } catch {
    // A stray percent sign: the address as it is written.
  }
  return isEmailAddress(address.trim()) ? address.trim() : ''
}

/** The first line of a selection as a name to be mended by hand; a long one is prose, not a name. */
function draftOfText(text: string, url: string): PersonDraft {
  const line = cleanLine(text.trim().split('\n')[0] ?? '', 240)
  if (!line || line.length > 80) return makeBlankDraft()
  return {
    ...emptyDraft(makeUnreadName(line)),
    provenance: { name: { source: 'page.selection', url, certainty: 'check', at: '' } },
  }
}
