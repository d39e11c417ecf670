import { describe, expect, it } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../../src/domain/person/draft'
import { matchPerson } from '../../../src/domain/person/match'
import { type MatchQuery, toMatchQuery } from '../../../src/domain/person/match-query'
import type { PersonInput, Publication } from '../../../src/domain/person/person'

const paper: Publication = {
  pmid: '31000001',
  doi: '',
  title: 'Clocks in the kidney',
  journal: '',
  year: 2020,
  authors: [],
  position: null,
}
const person: PersonInput = {
  ...toPersonInput(emptyDraft(parseName('Michelle L. Gumz'))),
  emails: [
    { address: 'Michelle.Gumz@lakeview.example', certain: true },
    { address: 'office@lakeview.example', certain: false },
  ],
  affiliations: ['Department of Medicine, University of Florida, Gainesville, FL'],
  publications: [paper],
}
const withLinks = (...links: PersonInput['links']): PersonInput => ({ ...person, links })
const query = (shown: string, more: Partial<MatchQuery> = {}): MatchQuery => ({
  names: shown ? parseName(shown) : { given: 'M', middle: 'L', family: 'Gumz', suffix: '', shown: 'Gumz ML' },
  emails: [],
  pmids: [],
  affiliations: [],
  ...more,
})

describe('telling whether somebody is in the log', () => {
  it('knows a person by a confirmed e-mail address, in any case, under the name or another family name', () => {
    const emails = ['michelle.gumz@LAKEVIEW.example']
    expect(matchPerson(person, query('Michelle Gumz', { emails }))).toEqual({
      state: 'known',
      evidence: ['email', 'name'],
    })
    // People marry; the address stays.
    expect(matchPerson(person, query('Michelle Alvarado', { emails }))).toEqual({
      state: 'known',
      evidence: ['email'],
    })
  })

  it('asks the student when an address or ORCID iD comes with a name that cannot be the same', () => {
    const emails = ['michelle.gumz@lakeview.example']
    expect(matchPerson(person, query('Somebody Else', { emails }))).toEqual({
      state: 'maybe',
      evidence: ['email'],
    })
    expect(matchPerson(person, query('M Alvarado', { emails }))?.state).toBe('maybe')
    const linked = withLinks({ kind: 'orcid', url: 'https://orcid.org/0000-0002-1825-009X' })
    const links = ['http://www.orcid.org/0000-0002-1825-009x/']
    expect(matchPerson(linked, query('Somebody Else', { links }))).toEqual({
      state: 'maybe',
      evidence: ['orcid'],
    })
  })

  it('does not take an address that nobody confirmed for evidence', () => {
    expect(matchPerson(person, query('Somebody Else', { emails: ['office@lakeview.example'] }))).toBeNull()
  })

  it('knows the same name with a shared paper, and initials with a shared paper', () => {
    expect(matchPerson(person, query('Michelle Gumz', { pmids: ['31000001'] }))).toEqual({
      state: 'known',
      evidence: ['paper', 'name'],
    })
    expect(matchPerson(person, query('', { pmids: ['31000001'] }))?.state).toBe('known')
  })

  it('knows the same name, and initials, at the same institution', () => {
    const affiliations = ['University of Florida, Gainesville']
    expect(matchPerson(person, query('Michelle L Gumz', { affiliations }))).toEqual({
      state: 'known',
      evidence: ['affiliation', 'name'],
    })
    expect(matchPerson(person, query('', { affiliations }))?.state).toBe('known')
  })

  it('says "maybe" for a name alone, also when only the department agrees', () => {
    expect(matchPerson(person, query('Michelle Gumz'))).toEqual({ state: 'maybe', evidence: ['name'] })
    expect(matchPerson(person, query(''))).toEqual({ state: 'maybe', evidence: ['name'] })
    const affiliations = ['Department of Medicine, Boston, MA']
    expect(matchPerson(person, query('Michelle Gumz', { affiliations }))?.state).toBe('maybe')
    expect(matchPerson(person, query('Michelle Gumz', { pmids: ['31000002', ''] }))?.state).toBe('maybe')
  })

  it('says nothing for another name, however much else is shared', () => {
    const asked = { pmids: ['31000001'], affiliations: ['University of Florida'] }
    expect(matchPerson(person, query('Michael Gumz', asked))).toBeNull()
    expect(matchPerson(person, query('Michelle Gomez', asked))).toBeNull()
  })

  it('does not let papers without a PMID count as shared', () => {
    const noted = { ...person, publications: [{ ...paper, pmid: '' }] }
    expect(matchPerson(noted, query('Michelle Gumz', { pmids: [''] }))?.state).toBe('maybe')
  })

  it('knows the same name with the same ORCID iD, however the address is written', () => {
    const linked = withLinks({ kind: 'orcid', url: 'https://orcid.org/0000-0002-1825-0097' })
    const asked = query('M Gumz', { links: ['http://orcid.org/0000-0002-1825-0097?lang=en'] })
    expect(matchPerson(linked, asked)).toEqual({ state: 'known', evidence: ['orcid', 'name'] })
    const cut = query('M Gumz', { links: ['https://orcid.org/0000-0002-1825-00971'] })
    expect(matchPerson(linked, cut)?.state).toBe('maybe')
    const elsewhere = query('M Gumz', { links: ['https://orcid.example/0000-0002-1825-0097'] })
    expect(matchPerson(linked, elsewhere)?.state).toBe('maybe')
  })

  it('knows the same name with the same profile page, and no other name by it', () => {
    const linked = withLinks({ kind: 'profile', url: 'https://www.lakeview.example/people/gumz/' })
    const links = ['http://lakeview.example/people/gumz?utm_source=mail#top']
    expect(matchPerson(linked, query('Michelle Gumz', { links }))).toEqual({
      state: 'known',
      evidence: ['link', 'name'],
    })
    expect(matchPerson(linked, query('Somebody Else', { links }))).toBeNull()
    for (const other of [
      'https://lakeview.example/people/gomez',
      'https://lakeview.example/people',
      'https://lakeview.example/',
    ]) {
      expect(matchPerson(linked, query('Michelle Gumz', { links: [other] }))?.state).toBe('maybe')
    }
  })

  it('takes neither the front door of a site nor a link of another kind for a profile page', () => {
    const door = withLinks({ kind: 'profile', url: 'https://lakeview.example/' })
    expect(matchPerson(door, query('Michelle Gumz', { links: ['https://lakeview.example'] }))?.state).toBe(
      'maybe',
    )
    const lab = withLinks({ kind: 'other', url: 'https://lakeview.example/lab' })
    expect(matchPerson(lab, query('Michelle Gumz', { links: ['https://lakeview.example/lab'] }))?.state).toBe(
      'maybe',
    )
  })

  it('tells pages apart that differ in their query only', () => {
    const linked = withLinks({ kind: 'profile', url: 'https://lakeview.example/display?id=7&tab=bio' })
    const same = query('Michelle Gumz', { links: ['https://lakeview.example/display?tab=bio&id=7'] })
    const other = query('Michelle Gumz', { links: ['https://lakeview.example/display?id=8&tab=bio'] })
    expect(matchPerson(linked, same)?.state).toBe('known')
    expect(matchPerson(linked, other)?.state).toBe('maybe')
  })

  it('knows a shared paper by DOI, or by a title long enough to be one paper’s', () => {
    const title = 'Clocks in the kidney: a ten-year study of salt and sleep'
    const noted = { ...person, publications: [{ ...paper, pmid: '', doi: '10.1/ABC', title }] }
    const known = (more: Partial<MatchQuery>) => matchPerson(noted, query('M Gumz', more))
    expect(known({ dois: ['10.1/abc'] })).toEqual({ state: 'known', evidence: ['paper', 'name'] })
    expect(known({ titles: [`${title.toUpperCase()}.`] })?.state).toBe('known')
    expect(known({ dois: ['10.1/abd', ''], titles: ['', 'Clocks in the heart'] })?.state).toBe('maybe')
    const short = { ...person, publications: [{ ...paper, pmid: '', title: 'Editorial' }] }
    expect(matchPerson(short, query('M Gumz', { titles: ['Editorial'] }))?.state).toBe('maybe')
  })

  it('asks when namesakes of one institution have mailboxes, or ORCID iDs, of their own', () => {
    const affiliations = ['University of Florida']
    const other = { affiliations, emails: ['mgumz2@lakeview.example'] }
    expect(matchPerson(person, query('Michelle Gumz', other))).toEqual({
      state: 'maybe',
      evidence: ['affiliation', 'name'],
    })
    // Somebody who moved, or has a mailbox at the hospital too, is still the same.
    const elsewhere = { affiliations, emails: ['mgumz@clinic.example'] }
    expect(matchPerson(person, query('Michelle Gumz', elsewhere))?.state).toBe('known')
    const linked = withLinks({ kind: 'orcid', url: 'https://orcid.org/0000-0002-1825-0097' })
    const links = ['https://orcid.org/0000-0001-5109-3700']
    expect(matchPerson(linked, query('Michelle Gumz', { affiliations, links }))?.state).toBe('maybe')
    expect(matchPerson(linked, query('Michelle Gumz', { pmids: ['31000001'], links }))?.state).toBe('known')
  })

  it('asks with confirmed addresses only', () => {
    const noted: Publication = { ...paper, pmid: '', title: 'No number' }
    const asked = toMatchQuery({
      ...withLinks(
        { kind: 'profile', url: 'https://lakeview.example/gumz' },
        { kind: 'other', url: 'https://orcid.org/0000-0002-1825-0097' },
        { kind: 'other', url: 'https://lab.example/' },
      ),
      publications: [paper, noted],
    })
    expect(asked).toMatchObject({
      emails: ['Michelle.Gumz@lakeview.example'],
      pmids: ['31000001'],
      titles: ['No number'],
      links: ['https://lakeview.example/gumz', 'https://orcid.org/0000-0002-1825-0097'],
    })
  })
})
