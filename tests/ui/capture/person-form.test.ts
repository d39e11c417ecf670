import { describe, expect, it } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft, isUnreadName } from '../../../src/domain/person/draft'
import { type PersonDraft, personInputSchema } from '../../../src/domain/person/person'
import {
  fillForm,
  findProblems,
  offerPapers,
  readForm,
  refillForm,
} from '../../../src/ui/capture/person-form'

const read: PersonDraft = {
  ...emptyDraft(parseName('Michelle L Alvarado')),
  affiliations: ['Department of Medicine, Lakeside University.', 'Lakeside Hospital.'],
  emails: [
    { address: 'alvarado@lakeside.example', certain: true },
    { address: 'lab@lakeside.example', certain: false },
  ],
  publications: [{ pmid: '1', doi: '', title: 'One', journal: '', year: 2024, authors: [], position: 2 }],
  provenance: {
    name: { source: 'pubmed.author-list', url: 'https://x.example/', certainty: 'stated', at: '' },
    affiliations: { source: 'pubmed.affiliation', url: 'https://x.example/', certainty: 'stated', at: '' },
    emails: { source: 'pubmed.affiliation', url: 'https://x.example/', certainty: 'stated', at: '' },
  },
}
const papers = read.publications.map((publication) => ({
  publication,
  ticked: true,
  note: null,
  noteName: '',
}))
const filled = () => fillForm(read, papers, 'faculty-researcher')

describe('the form of the panel', () => {
  it('saves what was read with its provenance when nothing is typed', () => {
    const input = readForm(filled(), read)
    expect(personInputSchema.safeParse(input).success).toBe(true)
    expect(input.names).toEqual(read.names)
    expect(input.affiliations).toEqual(read.affiliations)
    expect(input.provenance).toEqual(read.provenance)
    expect(input.roles).toEqual(['faculty-researcher'])
    expect(input.publications).toEqual(read.publications)
  })

  it('offers an address whose owner is not certain, and saves it only when ticked', () => {
    const form = filled()
    expect(form.email).toBe('alvarado@lakeside.example')
    expect(form.offered).toEqual([{ address: 'lab@lakeside.example', ticked: false }])
    expect(readForm(form, read).emails).toEqual([{ address: 'alvarado@lakeside.example', certain: true }])
    const ticked = { ...form, offered: [{ address: 'lab@lakeside.example', ticked: true }] }
    expect(readForm(ticked, read).emails.map((email) => email.address)).toEqual([
      'alvarado@lakeside.example',
      'lab@lakeside.example',
    ])
  })

  it('marks what the student changed as typed, and leaves a changed name to be taken apart', () => {
    const form = { ...filled(), name: '  Shelly   Alvarado ', edited: new Set(['name'] as const) }
    const input = readForm(form, read)
    expect(isUnreadName(input.names)).toBe(true)
    expect(input.names.shown).toBe('Shelly Alvarado')
    expect(input.provenance.name?.certainty).toBe('typed')
    expect(input.provenance.affiliations?.certainty).toBe('stated')
  })

  it('drops the provenance of a field that was emptied', () => {
    const form = { ...filled(), affiliations: ' \n ', edited: new Set(['affiliations'] as const) }
    const input = readForm(form, read)
    expect(input.affiliations).toEqual([])
    expect(input.provenance.affiliations).toBeUndefined()
  })

  it('says when a name is missing or an e-mail is none, and is content without an e-mail', () => {
    expect(findProblems(filled())).toEqual({})
    expect(findProblems({ ...filled(), name: ' \u200b ' })).toEqual({ name: true })
    expect(findProblems({ ...filled(), email: 'alvarado at lakeside' })).toEqual({ email: true })
    expect(findProblems({ ...filled(), email: '' })).toEqual({})
  })

  it('takes in what is read later, but never over what the student typed', () => {
    const later = { ...read, names: parseName('Michelle Luisa Alvarado'), affiliations: ['New place'] }
    const form = {
      ...filled(),
      affiliations: 'My words',
      whereMet: 'Clinic',
      edited: new Set(['affiliations'] as const),
    }
    const next = refillForm(form, later)
    expect(next.name).toBe('Michelle Luisa Alvarado')
    expect(next.affiliations).toBe('My words')
    expect(next.whereMet).toBe('Clinic')
  })

  it('keeps a tick on an offered address when more is read', () => {
    const form = { ...filled(), offered: [{ address: 'lab@lakeside.example', ticked: true }] }
    expect(refillForm(form, read).offered).toEqual([{ address: 'lab@lakeside.example', ticked: true }])
  })
})

describe('papers of an author page', () => {
  const paper = (pmid: string, position: number | null) => ({
    pmid,
    doi: '',
    title: `Paper ${pmid}`,
    journal: '',
    year: 2024,
    authors: ['Chen B', 'Alvarado ML'],
    position,
  })

  it('ticks papers on which the name stands', () => {
    expect(offerPapers([paper('1', 2)], true)).toMatchObject([
      { ticked: true, note: null, publication: { position: 2 } },
    ])
  })

  it('leaves a paper unticked, with the reason, when nobody of that name is on it', () => {
    expect(offerPapers([paper('1', null)], true)).toMatchObject([{ ticked: false, note: 'unsure' }])
  })
})

describe('the form of a profile page', () => {
  const provenance = (source: string) => ({
    source,
    url: 'https://x.example/',
    certainty: 'stated' as const,
    at: '',
  })
  const profile: PersonDraft = {
    ...read,
    credentials: ['MD', 'Loyola, class of 1971'],
    titles: ['Professor of Neurology', 'Chief, Division of Sleep'],
    department: 'Department of Neurology',
    institution: 'Lakeside University',
    phones: ['(555) 013-4417'],
    links: [
      { kind: 'profile', url: 'https://x.example/alvarado' },
      { kind: 'other', url: 'https://lab.example/' },
    ],
    topics: ['Sleep, and the lack of it', 'Headache'],
    provenance: {
      ...read.provenance,
      titles: provenance('page.heading'),
      department: provenance('page.labelled'),
      links: provenance('page.card'),
      topics: provenance('page.labelled'),
    },
  }
  const form = () => fillForm(profile, offerPapers(profile.publications, false), null)

  it('saves everything as it was read, commas inside a topic or degree included', () => {
    const input = readForm(form(), profile)
    expect(personInputSchema.safeParse(input).success).toBe(true)
    expect(input).toMatchObject({
      credentials: profile.credentials,
      titles: profile.titles,
      department: profile.department,
      institution: profile.institution,
      phones: profile.phones,
      links: profile.links,
      topics: profile.topics,
      publications: profile.publications,
    })
    expect(input.provenance.titles?.source).toBe('page.heading')
  })

  it('takes lists apart where the student typed into them, and says so', () => {
    const input = readForm(
      {
        ...form(),
        titles: 'Professor\n\n Chief of Sleep ',
        credentials: 'MD, MPH',
        topics: 'Sleep; Headache, Dreams',
        edited: new Set(['titles', 'credentials', 'topics'] as const),
      },
      profile,
    )
    expect(input.titles).toEqual(['Professor', 'Chief of Sleep'])
    expect(input.credentials).toEqual(['MD', 'MPH'])
    expect(input.topics).toEqual(['Sleep', 'Headache', 'Dreams'])
    expect(input.provenance.titles?.certainty).toBe('typed')
    expect(input.provenance.department?.source).toBe('page.labelled')
  })

  it('leaves out links that were unticked, and their provenance when none is left', () => {
    const [first, second] = form().links
    if (!first || !second) throw new Error('two links were read')
    const one = readForm({ ...form(), links: [first, { ...second, ticked: false }] }, profile)
    expect(one.links).toEqual([first.link])
    expect(one.provenance.links).toBeDefined()
    const none = readForm(
      { ...form(), links: form().links.map((link) => ({ ...link, ticked: false })) },
      profile,
    )
    expect(none.links).toEqual([])
    expect(none.provenance.links).toBeUndefined()
  })

  it('keeps every address the page states, and only the typed one when the student changed it', () => {
    const two = { ...profile, emails: [...profile.emails, { address: 'm@clinic.example', certain: true }] }
    const filledIn = fillForm(two, [], null)
    expect(readForm(filledIn, two).emails.map((email) => email.address)).toEqual([
      'alvarado@lakeside.example',
      'm@clinic.example',
    ])
    const changed = { ...filledIn, email: 'new@lakeside.example', edited: new Set(['emails'] as const) }
    expect(readForm(changed, two).emails.map((email) => email.address)).toEqual(['new@lakeside.example'])
  })

  it('leaves the role open when nobody chose one', () => {
    expect(readForm(form(), profile).roles).toEqual([])
    expect(readForm({ ...form(), role: 'attending' }, profile).roles).toEqual(['attending'])
  })

  it('ticks the papers of a profile whoever’s place in them is not known', () => {
    const noPlace = profile.publications.map((one) => ({ ...one, position: null }))
    expect(offerPapers(noPlace, false)).toMatchObject([{ ticked: true, note: null }])
  })
})
