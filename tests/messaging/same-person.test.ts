import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseName } from '../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput, Provenance, Publication } from '../../src/domain/person/person'
import { answerCheck, answerSave } from '../../src/messaging/handlers/capture'
import type { Moment, Store } from '../../src/store/api'
import { openStore } from '../../src/store/open-store'

let store: Store
let count = 0
const at = (now: string): Moment => ({ now, today: now.slice(0, 10), newId: () => `id-${++count}` })

beforeEach(async () => {
  store = await openStore({ name: `same-${++count}` })
})
afterEach(() => store.close())

const from = (source: string, url: string): Provenance => ({ source, url, certainty: 'stated', at: '' })
const paper = (more: Partial<Publication>): Publication => ({
  pmid: '',
  doi: '',
  title: '',
  journal: '',
  year: null,
  authors: [],
  position: null,
  ...more,
})

const directoryUrl = 'https://people.thornfield.example/people/greta-hollingberry/'
const directory: PersonInput = {
  ...toPersonInput(emptyDraft(parseName('Greta A. Hollingberry'))),
  credentials: ['MD', 'PhD'],
  titles: ['Associate Professor of Neurology'],
  department: 'Neurology',
  institution: 'Thornfield University School of Medicine',
  emails: [{ address: 'greta.hollingberry@thornfield.example', certain: true }],
  links: [
    { kind: 'profile', url: directoryUrl },
    { kind: 'orcid', url: 'https://orcid.org/0000-0002-1825-0097' },
  ],
  roles: ['attending'],
  whereMet: 'Grand rounds',
  provenance: {
    name: from('page.heading', directoryUrl),
    titles: from('page.heading', directoryUrl),
    department: from('page.labelled', directoryUrl),
    institution: from('page.title-tag', directoryUrl),
    emails: from('page.labelled', directoryUrl),
    links: from('page.labelled', directoryUrl),
  },
}
const pubmedUrl = 'https://pubmed.ncbi.nlm.nih.gov/39000001/'
const pubmed: PersonInput = {
  ...toPersonInput(emptyDraft(parseName('Greta Hollingberry'))),
  affiliations: ['Department of Neurology, Thornfield University School of Medicine, Thornfield, OH, USA.'],
  publications: [
    paper({ pmid: '39000001', doi: '10.9999/t.1', title: 'Salt at night', year: 2024, position: 1 }),
  ],
  roles: ['faculty-researcher'],
  provenance: {
    name: from('pubmed.author-list', pubmedUrl),
    affiliations: from('pubmed.affiliation', pubmedUrl),
    publications: from('pubmed.article', pubmedUrl),
  },
}
const orcidUrl = 'https://orcid.org/0000-0002-1825-0097'
const orcid: PersonInput = {
  ...toPersonInput(emptyDraft(parseName('Greta Anneke Hollingberry'))),
  links: [{ kind: 'orcid', url: `${orcidUrl}/` }],
  topics: ['sleep'],
  publications: [
    paper({ doi: '10.9999/T.1', title: 'Salt at night' }),
    paper({ doi: '10.9999/t.2', title: 'Headache diaries' }),
  ],
  provenance: {
    name: from('orcid.name', orcidUrl),
    links: from('orcid.id', orcidUrl),
    topics: from('orcid.keywords', orcidUrl),
    publications: from('orcid.works', orcidUrl),
  },
}

/** Saves as the panel does: whoever is known is joined. */
async function save(input: PersonInput, now: string) {
  const { known } = await answerCheck(store, { input })
  const into = known?.state === 'known' ? known.personId : null
  return answerSave(store, { input, into }, at(now))
}

describe('one human on several pages', () => {
  const orders: [string, [string, PersonInput][]][] = [
    [
      'directory, PubMed, ORCID',
      [
        ['directory', directory],
        ['pubmed', pubmed],
        ['orcid', orcid],
      ],
    ],
    [
      'ORCID, directory, PubMed',
      [
        ['orcid', orcid],
        ['directory', directory],
        ['pubmed', pubmed],
      ],
    ],
    [
      'PubMed, ORCID, directory',
      [
        ['pubmed', pubmed],
        ['orcid', orcid],
        ['directory', directory],
      ],
    ],
    [
      'ORCID, PubMed, directory',
      [
        ['orcid', orcid],
        ['pubmed', pubmed],
        ['directory', directory],
      ],
    ],
  ]

  it.each(orders)('becomes one record when saved from %s', async (_, pages) => {
    for (const [index, [, input]] of pages.entries())
      await save(input, `2026-11-2${index}T09:00:00.000-06:00`)
    const rows = await store.people.rows()
    expect(rows).toHaveLength(1)
    const person = await store.people.get(rows[0]?.id ?? '')
    expect(person).toMatchObject({
      names: { given: 'Greta', middle: 'Anneke', family: 'Hollingberry' },
      titles: ['Associate Professor of Neurology'],
      department: 'Neurology',
      emails: [{ address: 'greta.hollingberry@thornfield.example', certain: true }],
      topics: ['sleep'],
      whereMet: 'Grand rounds',
    })
    // The paper that both name is one; the ORCID link that both have is one.
    expect(person?.publications.map((one) => one.doi.toLowerCase()).sort()).toEqual([
      '10.9999/t.1',
      '10.9999/t.2',
    ])
    expect(person?.publications.find((one) => one.pmid)?.position).toBe(1)
    expect(person?.links.filter((link) => link.kind === 'orcid')).toHaveLength(1)
  })

  it('keeps for each field the page that it was first read from, with the time of that save', async () => {
    await save(directory, '2026-11-20T09:00:00.000-06:00')
    await save(pubmed, '2026-11-21T09:00:00.000-06:00')
    await save(orcid, '2026-11-22T09:00:00.000-06:00')
    const [row] = await store.people.rows()
    const provenance = (await store.people.get(row?.id ?? ''))?.provenance
    const first = '2026-11-20T09:00:00.000-06:00'
    expect(provenance).toMatchObject({
      // The fuller name replaced the one of the directory.
      name: { source: 'orcid.name', at: '2026-11-22T09:00:00.000-06:00' },
      titles: { source: 'page.heading', url: directoryUrl, at: first },
      department: { source: 'page.labelled', at: first },
      emails: { source: 'page.labelled', at: first },
      links: { source: 'page.labelled', at: first },
      affiliations: { source: 'pubmed.affiliation', at: '2026-11-21T09:00:00.000-06:00' },
      publications: { source: 'pubmed.article', at: '2026-11-21T09:00:00.000-06:00' },
      topics: { source: 'orcid.keywords', at: '2026-11-22T09:00:00.000-06:00' },
    })
  })

  it('shows before each join what would change, and each join can be taken back alone', async () => {
    const first = await save(directory, '2026-11-20T09:00:00.000-06:00')
    const alone = await store.people.get(first.personId)
    const check = await answerCheck(store, { input: pubmed })
    expect(check.known).toMatchObject({ state: 'known', evidence: ['affiliation', 'name'] })
    expect(check.changes.map((change) => change.field).sort()).toEqual([
      'affiliations',
      'publications',
      'roles',
    ])
    const second = await save(pubmed, '2026-11-21T09:00:00.000-06:00')
    expect(second.personId).toBe(first.personId)
    await store.changes.undo(second.changeId, at('2026-11-21T09:05:00.000-06:00'))
    expect(await store.people.get(first.personId)).toEqual(alone)
  })

  it('does not join a namesake of another place, of another ORCID iD, or with another mailbox there', async () => {
    await save(directory, '2026-11-20T09:00:00.000-06:00')
    const elsewhere = { ...pubmed, affiliations: ['Brackwater College, Dublin, Ireland.'] }
    const otherID = {
      ...orcid,
      institution: directory.institution,
      links: [{ kind: 'orcid' as const, url: 'https://orcid.org/0000-0001-5109-3700' }],
    }
    const otherMailbox = {
      ...toPersonInput(emptyDraft(parseName('Greta Hollingberry'))),
      institution: directory.institution,
      emails: [{ address: 'ghollingberry2@thornfield.example', certain: true }],
    }
    for (const input of [elsewhere, otherID, otherMailbox]) {
      expect((await answerCheck(store, { input })).known?.state).toBe('maybe')
    }
  })
})
