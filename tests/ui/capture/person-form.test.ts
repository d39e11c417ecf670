import { describe, expect, it } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft } from '../../../src/domain/person/draft'
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
const filled = () => fillForm(read, papers)

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

  it('marks what the student changed as typed, and parses a changed name', () => {
    const form = { ...filled(), name: '  Shelly   Alvarado ', edited: new Set(['name'] as const) }
    const input = readForm(form, read)
    expect(input.names).toMatchObject({ given: 'Shelly', family: 'Alvarado', shown: 'Shelly Alvarado' })
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
    expect(offerPapers([paper('1', 2)])).toMatchObject([
      { ticked: true, note: null, publication: { position: 2 } },
    ])
  })

  it('leaves a paper unticked, with the reason, when nobody of that name is on it', () => {
    expect(offerPapers([paper('1', null)])).toMatchObject([{ ticked: false, note: 'unsure' }])
  })
})
