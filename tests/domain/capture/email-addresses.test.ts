import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanAffiliation, findEmailAddresses } from '../../../src/domain/capture/email-addresses'
import { isEmailAddress } from '../../../src/domain/guards/email'

/** text → addresses in it → the affiliation without them */
const cases: [string, string[], string][] = [
  ['Dept X, Uni, City, USA.', [], 'Dept X, Uni, City, USA.'],
  ['Dept X, Uni, USA. Electronic address: jd@uni.example.', ['jd@uni.example'], 'Dept X, Uni, USA.'],
  ['Dept X, Uni; email: jd@uni.example', ['jd@uni.example'], 'Dept X, Uni.'],
  ['Dept X, UniEmail:jd@uni.example', ['jd@uni.example'], 'Dept X, Uni.'],
  ['Dept X, Uni, USA. jd@uni.example.', ['jd@uni.example'], 'Dept X, Uni, USA.'],
  ['Dept X (jd@uni.example), City', ['jd@uni.example'], 'Dept X, City'],
  ['Uni of A, USA [jd@uni.example]', ['jd@uni.example'], 'Uni of A, USA'],
  ['jd@uni.example', ['jd@uni.example'], ''],
  ['Uni. jd@uni.example; roe@lab.example.', ['jd@uni.example', 'roe@lab.example'], 'Uni.'],
  [
    'Uni. E-mail: jd@uni.example and roe@lab.example. City, USA.',
    ['jd@uni.example', 'roe@lab.example'],
    'Uni. City, USA.',
  ],
  ['Electronic address: jd@uni.example. Dept X.', ['jd@uni.example'], 'Dept X.'],
  ['Uni, USA. Electronic address: jane.doe@ uni.example', ['jane.doe@uni.example'], 'Uni, USA.'],
  ['Uni, USA. Electronic address: jane.doe @uni.example.', ['jane.doe@uni.example'], 'Uni, USA.'],
  ['Uni. jane@uni. edu', ['jane@uni.edu'], 'Uni.'],
  ['Uni. jane@uni.example. Department of Physics', ['jane@uni.example'], 'Uni. Department of Physics'],
  ['Uni. jane@uni.example. usa', ['jane@uni.example'], 'Uni. usa'],
  ['Uni. jane_b.doe+lab@mail.uni-x.ac.uk...', ['jane_b.doe+lab@mail.uni-x.ac.uk'], 'Uni.'],
  ["Uni. s.o'malley@uni.ie", ["s.o'malley@uni.ie"], 'Uni.'],
  ['Uni. Email.jane@uni.example', ['jane@uni.example'], 'Uni.'],
  ['Uni. mailto:jane@uni.example', ['jane@uni.example'], 'Uni.'],
  ['Uni. JANE@UNI.EXAMPLE, jane@uni.example', ['JANE@UNI.EXAMPLE'], 'Uni.'],
  ['Uni. jane＠uni.example', ['jane@uni.example'], 'Uni.'],
  ['Uni. available at emergency.uni.example', [], 'Uni. available at emergency.uni.example'],
  ['Uni. @janedoe', [], 'Uni. @janedoe'],
  ['Uni. jane@', [], 'Uni. jane@'],
  ['Uni. jane@localhost', [], 'Uni. jane@localhost'],
  ['Uni. jane@uni.123', [], 'Uni. jane@uni.123'],
]

describe('e-mail addresses in affiliations', () => {
  it.each(cases)('finds those of "%s"', (text, addresses, rest) => {
    expect(findEmailAddresses(text)).toEqual(addresses)
    expect(cleanAffiliation(text)).toBe(rest)
  })

  it('gives only what can be written to, whatever the text, in a time that does not grow wild', () => {
    const piece = fc.constantFrom(
      '@',
      '.',
      ' ',
      'a',
      'uni',
      'edu',
      '-',
      'Email:',
      ';',
      '＠',
      '\ue000',
      '(',
      ')',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        (text) => {
          for (const address of findEmailAddresses(text)) expect(isEmailAddress(address)).toBe(true)
          expect(findEmailAddresses(cleanAffiliation(text)).length).toBeLessThanOrEqual(
            findEmailAddresses(text).length,
          )
        },
      ),
    )
    const started = performance.now()
    findEmailAddresses(`${'a.'.repeat(50_000)}@`)
    findEmailAddresses(`@${'a'.repeat(50_000)}`)
    cleanAffiliation(`${'a '.repeat(5_000)}a@${'b.'.repeat(5_000)}`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
