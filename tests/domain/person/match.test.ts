import { describe, expect, it } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../../src/domain/person/draft'
import { type MatchQuery, matchPerson, toMatchQuery } from '../../../src/domain/person/match'
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
const query = (shown: string, more: Partial<MatchQuery> = {}): MatchQuery => ({
  names: shown ? parseName(shown) : { given: 'M', middle: 'L', family: 'Gumz', suffix: '', shown: 'Gumz ML' },
  emails: [],
  pmids: [],
  affiliations: [],
  ...more,
})

describe('telling whether somebody is in the log', () => {
  it('knows a person by a confirmed e-mail address, in any case, under any name', () => {
    const asked = query('Somebody Else', { emails: ['michelle.gumz@LAKEVIEW.example'] })
    expect(matchPerson(person, asked)).toEqual({ state: 'known', evidence: ['email'] })
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

  it('asks with confirmed addresses only', () => {
    expect(toMatchQuery(person)).toMatchObject({
      emails: ['Michelle.Gumz@lakeview.example'],
      pmids: ['31000001'],
    })
  })
})
