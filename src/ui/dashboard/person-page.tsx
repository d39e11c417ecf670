import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isSafeLink } from '../../domain/guards/links'
import type { CapturedField, Person } from '../../domain/person/person'
import { useReturnFocus } from '../shared/use-return-focus'
import { common, dashboard, log } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import { showDate } from '../shared/words/show-date'
import type { PageTools } from './doors'
import { PubmedLink } from './funnel/pubmed-link'
import { PersonEditForm } from './person-edit-form'
import { Remarks } from './remarks/remarks'
import { Touches } from './touches'
import { useLive } from './use-live'

const words = dashboard.fields
const fewPapers = 10

/** One person: every field with where it came from, their touches, edit and delete. */
export function PersonPage(props: PageTools & { id: string }): JSX.Element | null {
  const { store, doors, note, id } = props
  const live = useLive(store, id, () => store.people.get(id))
  const [isEditing, setEditing] = useState(false)
  const editButton = useReturnFocus<HTMLButtonElement>(isEditing)
  const person = live.value
  const shown = person?.names.shown
  useEffect(() => {
    if (shown) document.title = say(dashboard.pageTitle, { page: shown })
  }, [shown])

  if (live.error !== null) {
    return (
      <>
        <Back />
        <p class="notice">{sayError(live.error)}</p>
      </>
    )
  }
  if (person === undefined) return null
  if (person === null) {
    return (
      <>
        <Back />
        <p class="notice calm">{dashboard.personGone}</p>
      </>
    )
  }

  const remove = async () => {
    try {
      const { changeId } = await store.people.remove([id], doors.momentNow())
      note(say(dashboard.deletedPerson, { name: person.names.shown }), changeId)
      location.hash = '#/people'
    } catch (error) {
      note(sayError(error))
    }
  }

  return (
    <>
      <Back />
      <div class="page-head">
        <div>
          <h1>
            {person.names.shown}
            {person.credentials.length > 0 && <span class="degrees">, {person.credentials.join(', ')}</span>}
          </h1>
          <p class="soft">{summaryOf(person)}</p>
        </div>
        {!isEditing && (
          <div class="form-end">
            <PubmedLink person={person} />
            <button type="button" class="button danger" onClick={() => void remove()}>
              {dashboard.deletePerson}
            </button>
            <button ref={editButton} type="button" class="button primary" onClick={() => setEditing(true)}>
              {dashboard.edit}
            </button>
          </div>
        )}
      </div>
      {isEditing ? (
        <PersonEditForm
          person={person}
          onCancel={() => setEditing(false)}
          onSave={async (input) => {
            const { changeId } = await store.people.update(id, input, doors.momentNow())
            setEditing(false)
            note(say(dashboard.saved, { name: input.names.shown }), changeId)
          }}
        />
      ) : (
        <>
          <Touches {...props} person={person} />
          <Remarks {...props} personId={person.id} programId="" />
          <Facts person={person} sources={doors.sources} />
          <p class="soft">
            {say(dashboard.savedOn, { date: showDate(person.savedOn, doors.momentNow().today) })}
          </p>
        </>
      )}
    </>
  )
}

function Back(): JSX.Element {
  return (
    <p class="back">
      <a href="#/people">← {dashboard.backToPeople}</a>
    </p>
  )
}

function summaryOf(person: Person): string {
  return [
    ...person.roles.map((role) => common.roles[role] ?? ''),
    ...person.positions.map((position) => log.positions[position] ?? ''),
    person.mentor === 'none' ? '' : (log.mentors[person.mentor] ?? ''),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Facts(props: { person: Person; sources: Readonly<Record<string, string>> }): JSX.Element {
  const { person, sources } = props
  const fact = (label: string | undefined, value: ComponentChildren, field?: CapturedField) => ({
    label: label ?? '',
    value,
    field,
  })
  const list = (items: readonly string[]) =>
    items.length === 0 ? null : items.length === 1 ? (
      items[0]
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  const { answer, saidBy } = person.studentFriendly

  const yours = [
    fact(words.whereMet, person.whereMet),
    fact(words.detail, person.detail),
    fact(
      words.studentFriendly,
      answer === 'unknown' ? '' : [log.friendly[answer], saidBy].filter(Boolean).join(' · '),
    ),
    fact(words.canWriteLetter, person.canWriteLetter ? dashboard.yes : ''),
    fact(words.tags, person.tags.join(', ')),
    fact(words.note, person.note && <span class="note-text">{person.note}</span>),
  ]
  const contact = [
    fact(
      words.emails,
      list(
        person.emails.map((email) =>
          email.certain ? email.address : `${email.address} (${dashboard.emailUnsure})`,
        ),
      ),
      'emails',
    ),
    fact(words.phones, list(person.phones), 'phones'),
    fact(
      words.links,
      person.links.length > 0 && (
        <ul>
          {person.links.map((link) => (
            <li key={link.url}>
              {isSafeLink(link.url) ? <OutLink href={link.url} text={link.url} /> : link.url}
            </li>
          ))}
        </ul>
      ),
      'links',
    ),
  ]
  const about = [
    fact(words.name, person.names.shown, 'name'),
    fact(words.credentials, person.credentials.join(', '), 'credentials'),
    fact(words.titles, list(person.titles), 'titles'),
    fact(words.department, person.department, 'department'),
    fact(words.institution, person.institution, 'institution'),
    fact(words.affiliations, list(person.affiliations), 'affiliations'),
    fact(words.topics, person.topics.join(', '), 'topics'),
    fact(words.publications, person.publications.length > 0 && <Papers person={person} />, 'publications'),
  ]
  return (
    <>
      {[
        { title: dashboard.yours, facts: yours },
        { title: dashboard.contact, facts: contact },
        { title: dashboard.about, facts: about },
      ].map(({ title, facts }) => {
        const filled = facts.filter(({ value }) => value)
        if (filled.length === 0) return null
        return (
          <section key={title} class="card">
            <h2>{title}</h2>
            <dl class="facts">
              {filled.map(({ label, value, field }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {value}
                    {field && <Source person={person} field={field} sources={sources} />}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </>
  )
}

/** Where a value was read, with a link to the page. */
function Source(props: {
  person: Person
  field: CapturedField
  sources: Readonly<Record<string, string>>
}): JSX.Element | null {
  const from = props.person.provenance[props.field]
  if (!from) return null
  const words =
    props.sources[from.source] ?? (from.certainty === 'typed' ? dashboard.sourceTyped : dashboard.sourceRead)
  return (
    <span class="source">
      {words}
      {from.certainty === 'check' && ` · ${dashboard.toCheck}`}
      {isSafeLink(from.url) && (
        <>
          {' · '}
          <OutLink href={from.url} text={dashboard.sourcePage} />
        </>
      )}
    </span>
  )
}

function OutLink(props: { href: string; text: string }): JSX.Element {
  return (
    <a href={props.href} target="_blank" rel="noopener noreferrer">
      {props.text}
    </a>
  )
}

function Papers({ person }: { person: Person }): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const papers = isWhole ? person.publications : person.publications.slice(0, fewPapers)
  return (
    <>
      <ul class="papers">
        {papers.map((paper) => (
          <li key={paper.pmid || paper.doi || paper.title}>
            {paper.pmid ? (
              <OutLink href={`https://pubmed.ncbi.nlm.nih.gov/${paper.pmid}/`} text={paper.title} />
            ) : (
              paper.title
            )}
            <span class="soft"> {[paper.journal, paper.year].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      {person.publications.length > papers.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {say(dashboard.showMore, { count: person.publications.length - papers.length })}
        </button>
      )}
    </>
  )
}
