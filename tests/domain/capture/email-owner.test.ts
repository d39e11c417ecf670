import { describe, expect, it } from 'vitest'
import {
  findEmailOwners,
  fitLocalPart,
  foldName,
  readLocalPart,
} from '../../../src/domain/capture/email-owner'
import { parseName } from '../../../src/domain/names/parse-name'

/**
 * Authors of the page by comma; affiliations as `text < who has it`, people by place from 0; expected claims as
 * `place address` with a question mark behind one that is only offered.
 */
interface Case {
  why: string
  authors: string
  affiliations: [string, number[]][]
  claims: string[]
}

const cases: Case[] = [
  {
    why: 'alone and named in full',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. Electronic address: jane.doe@uni.example.', [0]]],
    claims: ['0 jane.doe@uni.example'],
  },
  {
    why: 'alone and named by family',
    authors: 'Jane Doering|John Roe',
    affiliations: [['Uni. doering@uni.example', [0]]],
    claims: ['0 doering@uni.example'],
  },
  {
    why: 'alone, initial and family',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni; email: jdoe@uni.example', [0]]],
    claims: ['0 jdoe@uni.example'],
  },
  {
    why: 'alone, family and initial',
    authors: 'Jane Doe|John Roe',
    affiliations: [['UniEmail:doej@uni.example', [0]]],
    claims: ['0 doej@uni.example'],
  },
  {
    why: 'alone, dotted initial',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. j.doe@uni.example', [0]]],
    claims: ['0 j.doe@uni.example'],
  },
  {
    why: 'alone, initials and a number',
    authors: 'Jane Doe|Karl Roe',
    affiliations: [['Uni. jd2@uni.example', [0]]],
    claims: ['0 jd2@uni.example'],
  },
  {
    why: 'alone, all initials',
    authors: 'Jane A Doe|Karl Roe',
    affiliations: [['Uni. jad@uni.example', [0]]],
    claims: ['0 jad@uni.example'],
  },
  {
    why: 'alone, letters of the given name',
    authors: 'Guanghong Yangdu|Wei Luo',
    affiliations: [['Uni. ghyangdu_lab1@uni.example', [0]]],
    claims: ['0 ghyangdu_lab1@uni.example'],
  },
  {
    why: 'alone, says nothing about anybody',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. 877162034@mail.example', [0]]],
    claims: ['0 877162034@mail.example'],
  },
  {
    why: 'alone, a nickname nobody else has',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. snxsy1@mail.example', [0]]],
    claims: ['0 snxsy1@mail.example'],
  },
  {
    why: 'alone, but it names another author',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. john.roe@uni.example', [0]]],
    claims: ['1 john.roe@uni.example?'],
  },
  {
    why: 'alone, but another family name',
    authors: 'Jane Doe|John Halvorsen',
    affiliations: [['Uni. halvorsen@uni.example', [0]]],
    claims: ['1 halvorsen@uni.example?'],
  },
  {
    why: 'alone, but initial and family of another',
    authors: 'Jane Doe|Karl Roebling',
    affiliations: [['Uni. kroebling@uni.example', [0]]],
    claims: ['1 kroebling@uni.example?'],
  },
  {
    why: 'alone, but initials of another: both are asked about',
    authors: 'Jane Doe|Karl Roe',
    affiliations: [['Uni. kr3@uni.example', [0]]],
    claims: ['1 kr3@uni.example?', '0 kr3@uni.example?'],
  },
  {
    why: 'alone, two of one family name: fits the other better',
    authors: 'Wei Zhang|Xin Zhang',
    affiliations: [['Uni. xinzhang@uni.example', [0]]],
    claims: ['1 xinzhang@uni.example?'],
  },
  {
    why: 'alone, two of one family name: fits both alike',
    authors: 'Wei Zhang|Wen Zhang',
    affiliations: [['Uni. wzhang@uni.example', [0]]],
    claims: ['0 wzhang@uni.example'],
  },
  {
    why: 'alone, two of one family name, family only',
    authors: 'Wei Zhang|Xin Zhang',
    affiliations: [['Uni. zhang@uni.example', [1]]],
    claims: ['1 zhang@uni.example'],
  },
  {
    why: 'shared, one is named in full: asked, not taken',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jane.doe@uni.example', [0, 1]]],
    claims: ['0 jane.doe@uni.example?'],
  },
  {
    why: 'shared, one is named by initial and family',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jroe@uni.example', [0, 1]]],
    claims: ['1 jroe@uni.example?'],
  },
  {
    why: 'shared, nobody is named: everybody is asked about',
    authors: 'Jane Doe|John Roe|Ann Poe',
    affiliations: [['Uni. xyz99@uni.example', [0, 1]]],
    claims: ['0 xyz99@uni.example?', '1 xyz99@uni.example?'],
  },
  {
    why: 'shared, names somebody who does not share it',
    authors: 'Jane Doe|John Roe|Anna Poebel',
    affiliations: [['Uni. anna.poebel@uni.example', [0, 1]]],
    claims: ['2 anna.poebel@uni.example?'],
  },
  {
    why: 'the same affiliation and address in two texts of one author',
    authors: 'Jane Doe|John Roe',
    affiliations: [
      ['Uni A. jane.doe@uni.example.', [0]],
      ['Uni B. jane.doe@uni.example.', [0]],
    ],
    claims: ['0 jane.doe@uni.example'],
  },
  {
    why: 'own affiliation and a shared one',
    authors: 'Jane Doe|John Roe',
    affiliations: [
      ['Uni A. jane.doe@uni.example.', [0]],
      ['Uni B. jane.doe@uni.example.', [0, 1]],
    ],
    claims: ['0 jane.doe@uni.example'],
  },
  {
    why: 'one address in the own affiliations of two',
    authors: 'Jane Doe|John Roe',
    affiliations: [
      ['Uni A. lab77x@uni.example.', [0]],
      ['Uni B. lab77x@uni.example.', [1]],
    ],
    claims: ['0 lab77x@uni.example?', '1 lab77x@uni.example?'],
  },
  {
    why: 'one address in the own affiliations of two, naming one',
    authors: 'Jane Doe|John Roe',
    affiliations: [
      ['Uni A. janedoe@uni.example.', [0]],
      ['Uni B. janedoe@uni.example.', [1]],
    ],
    claims: ['0 janedoe@uni.example?'],
  },
  {
    why: 'several in a row, each naming one',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jane.doe@uni.example; john.roe@uni.example.', [0]]],
    claims: ['0 jane.doe@uni.example', '1 john.roe@uni.example?'],
  },
  {
    why: 'several in a row, one naming nobody',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jane.doe@uni.example, q771@mail.example.', [0]]],
    claims: ['0 jane.doe@uni.example', '0 q771@mail.example?'],
  },
  {
    why: 'two of one author, both naming her',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jane.doe@uni.example and jdoe@lab.example.', [0]]],
    claims: ['0 jane.doe@uni.example', '0 jdoe@lab.example'],
  },
  {
    why: 'two in a row naming nobody',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. q771@mail.example; x93z@mail.example.', [0]]],
    claims: ['0 q771@mail.example?', '0 x93z@mail.example?'],
  },
  {
    why: 'broken by a blank behind the @',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. Electronic address: jane.doe@ uni.example.', [0]]],
    claims: ['0 jane.doe@uni.example'],
  },
  {
    why: 'broken by a blank before the @',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jane.doe @uni.example', [0]]],
    claims: ['0 jane.doe@uni.example'],
  },
  {
    why: 'trailing dots',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. jane.doe@uni.example..', [0]]],
    claims: ['0 jane.doe@uni.example'],
  },
  {
    why: 'a one-word name that is named',
    authors: 'Kavita|John Roe',
    affiliations: [['Uni. kavita12@uni.example', [0]]],
    claims: ['0 kavita12@uni.example'],
  },
  {
    why: 'a one-word name of another',
    authors: 'Jane Doe|Kavita',
    affiliations: [['Uni. kavita12@uni.example', [0]]],
    claims: ['1 kavita12@uni.example?'],
  },
  {
    why: 'the only author of the page',
    authors: 'Jane Doe',
    affiliations: [
      ['Uni. lab@uni.example.org', [0]],
      ['Uni B. zzz@uni.example', [0]],
    ],
    claims: ['0 lab@uni.example.org?', '0 zzz@uni.example'],
  },
  {
    why: 'an office',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. info@uni.example', [0]]],
    claims: ['0 info@uni.example?'],
  },
  {
    why: 'a department',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. department@uni.example', [0]]],
    claims: ['0 department@uni.example?'],
  },
  {
    why: 'an office that bears the name of the author',
    authors: 'Jane Doering|John Roe',
    affiliations: [['Uni. doering.office@uni.example', [0]]],
    claims: ['0 doering.office@uni.example'],
  },
  {
    why: 'accents are written plainly',
    authors: 'Gyöngyi Vastág|John Roe',
    affiliations: [['Uni. gyongyi.vastag@uni.example', [0]]],
    claims: ['0 gyongyi.vastag@uni.example'],
  },
  {
    why: 'an apostrophe is left out',
    authors: "Siobhán O'Malley|John Roe",
    affiliations: [['Uni. somalley@uni.example', [0]]],
    claims: ['0 somalley@uni.example'],
  },
  {
    why: 'particles are left out',
    authors: 'Juan van der Berg|John Roe',
    affiliations: [['Uni. juan.berg@uni.example', [0, 1]]],
    claims: ['0 juan.berg@uni.example?'],
  },
  {
    why: 'half of a double name',
    authors: 'Anne Smith-Jonas|John Roe',
    affiliations: [['Uni. anne.jonas@uni.example', [1]]],
    claims: ['0 anne.jonas@uni.example?'],
  },
  {
    why: 'given name alone, of another',
    authors: 'Jane Doe|Valentina Roe',
    affiliations: [['Uni. valentina@uni.example', [0]]],
    claims: ['1 valentina@uni.example?'],
  },
  {
    why: 'given name alone, own',
    authors: 'Valentina Doe|John Roe',
    affiliations: [['Uni. valentina@uni.example', [0]]],
    claims: ['0 valentina@uni.example'],
  },
  {
    why: 'a short family name inside a longer word is no sign',
    authors: 'Wei Luo|Min Li',
    affiliations: [['Uni. elvisliam@mail.example', [0]]],
    claims: ['0 elvisliam@mail.example'],
  },
  {
    why: 'capitals make no difference',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. Jane.Doe@Uni.Example', [0]]],
    claims: ['0 Jane.Doe@Uni.Example'],
  },
  { why: 'no address', authors: 'Jane Doe|John Roe', affiliations: [['Uni.', [0]]], claims: [] },
  {
    why: 'an address nobody has',
    authors: 'Jane Doe|John Roe',
    affiliations: [['Uni. q771@mail.example', []]],
    claims: [],
  },
  {
    why: 'places that do not exist',
    authors: 'Jane Doe',
    affiliations: [['Uni. q771@mail.example', [5]]],
    claims: [],
  },
]

describe('findEmailOwners', () => {
  it.each(cases)('$why', ({ authors, affiliations, claims }) => {
    const found = findEmailOwners(
      affiliations.map(([text, holders]) => ({ text, authors: holders })),
      authors.split('|').map(parseName),
    )
    expect(found.map((claim) => `${claim.author} ${claim.address}${claim.certain ? '' : '?'}`)).toEqual(
      claims,
    )
  })

  it('is never certain about an address that two authors share', () => {
    for (const address of ['jane.doe', 'john.roe', 'jdoe', 'q7', 'info', 'doe', 'jane']) {
      const claims = findEmailOwners(
        [{ text: `Uni. ${address}@uni.example`, authors: [0, 1] }],
        [parseName('Jane Doe'), parseName('John Roe')],
      )
      expect(claims.length).toBeGreaterThan(0)
      expect(claims.some((claim) => claim.certain)).toBe(false)
    }
  })
})

describe('fitLocalPart', () => {
  it.each([
    ['jane.doe', 'Jane Doe', 4],
    ['doejane7', 'Jane Doe', 4],
    ['tagde_priti', 'Priti Tagde', 4],
    ['jdoe', 'Jane Doe', 3],
    ['doe.j', 'Jane Doe', 3],
    ['jadoe', 'Jane A Doe', 3],
    ['gmzhao', 'Genming Zhao', 3],
    ['fangwp', 'Wanping Fang', 3],
    ['doe', 'Jane Doe', 2],
    ['omidian', 'Hossein Omidian', 2],
    ['jd', 'Jane Doe', 1],
    ['q7', 'Jane Doe', 0],
    ['xu', 'Min Li', 0],
  ])('puts %s beside %s: %i', (local, name, fit) => {
    expect(fitLocalPart(readLocalPart(`${local}@uni.example`), foldName(parseName(name)))).toBe(fit)
  })
})
