import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWords } from '../../../src/domain/names/fold'
import {
  parseCitationName,
  parseName,
  parseNameAndCredentials,
  parseNameByCitation,
} from '../../../src/domain/names/parse-name'
import { namesSchema } from '../../../src/domain/person/person'

/** shown → given | middle | family | suffix */
const written: [string, string][] = [
  ['Michelle Gumz', 'Michelle||Gumz|'],
  ['Michelle L. Gumz', 'Michelle|L.|Gumz|'],
  ['Michelle L Gumz', 'Michelle|L|Gumz|'],
  ['  Michelle   L.\u00a0Gumz ', 'Michelle|L.|Gumz|'],
  ['S Y Zhang', 'S|Y|Zhang|'],
  ['G S. Okonwo', 'G|S.|Okonwo|'],
  ['J.R. Halvorsen', 'J.|R.|Halvorsen|'],
  ['J. R. Halvorsen', 'J.|R.|Halvorsen|'],
  ['J. Robert Halvorsen', 'J.|Robert|Halvorsen|'],
  ['E Carlos Pardo-Merino', 'E|Carlos|Pardo-Merino|'],
  ['Jing-Li Qiu', 'Jing-Li||Qiu|'],
  ['MinDong Seo', 'MinDong||Seo|'],
  ['Yu Rang Seo', 'Yu|Rang|Seo|'],
  ['Athina-Styliani Kleida', 'Athina-Styliani||Kleida|'],
  ['Anne-Marie Smith-Jones', 'Anne-Marie||Smith-Jones|'],
  ['Søren Holmgaard', 'Søren||Holmgaard|'],
  ['Aleksandar Rašković', 'Aleksandar||Rašković|'],
  ["Siobhán O'Malley", "Siobhán||O'Malley|"],
  ['Siobhán O’Malley', 'Siobhán||O’Malley|'],
  ["Gianni D'Angelo", "Gianni||D'Angelo|"],
  ['Juan van der Berg', 'Juan||van der Berg|'],
  ['Juan P. van der Berg', 'Juan|P.|van der Berg|'],
  ['Kathleen Van Dyke', 'Kathleen||Van Dyke|'],
  ['Ludwig von Reuth', 'Ludwig||von Reuth|'],
  ['Hortensia De la Corte-Rojas', 'Hortensia||De la Corte-Rojas|'],
  ['Pilar de la Cruz', 'Pilar||de la Cruz|'],
  ['Maria Aparecida da Silva Pinheiro', 'Maria|Aparecida|da Silva Pinheiro|'],
  ['João dos Santos', 'João||dos Santos|'],
  ['João Pedro Costa e Silva', 'João|Pedro|Costa e Silva|'],
  ['Ramón Ortega y Gasset', 'Ramón||Ortega y Gasset|'],
  ['Saad Al Ahmadi', 'Saad||Al Ahmadi|'],
  ['Saad Al-Ahmadi', 'Saad||Al-Ahmadi|'],
  ['Faisal bin Rashid', 'Faisal||bin Rashid|'],
  ['Rachid el Idrissi', 'Rachid||el Idrissi|'],
  ['Chiara Di Marco', 'Chiara||Di Marco|'],
  ['Mario La Torre', 'Mario||La Torre|'],
  ['Jean le Goff', 'Jean||le Goff|'],
  ['Tuan-Vinh Le', 'Tuan-Vinh||Le|'],
  ['Thi Le Nguyen', 'Thi|Le|Nguyen|'],
  ['Mark St. Clair', 'Mark||St. Clair|'],
  ['Sanne ter Horst', 'Sanne||ter Horst|'],
  ['Jan van den Broek', 'Jan||van den Broek|'],
  ['Li Do', 'Li||Do|'],
  ['Amal Ben Youssef', 'Amal|Ben|Youssef|'],
  ['Amal ben Youssef', 'Amal||ben Youssef|'],
  ['Robert Ramirez 3rd', 'Robert||Ramirez|3rd'],
  ['Robert L Ramirez 3rd', 'Robert|L|Ramirez|3rd'],
  ['Robert L Ramirez Jr', 'Robert|L|Ramirez|Jr'],
  ['Robert L. Ramirez, Jr.', 'Robert|L.|Ramirez|Jr'],
  ['Robert L. Ramirez Jr.', 'Robert|L.|Ramirez|Jr'],
  ['Robert Ramirez II', 'Robert||Ramirez|II'],
  ['Robert Ramirez III', 'Robert||Ramirez|III'],
  ['Robert Ramirez IV, MD', 'Robert||Ramirez|IV'],
  ['Robert Ramirez Sr', 'Robert||Ramirez|Sr'],
  ['Kavita', '||Kavita|'],
  ['Suharto Jr', '||Suharto|Jr'],
  ['Gumz, Michelle', 'Michelle||Gumz|'],
  ['Gumz, Michelle L', 'Michelle|L|Gumz|'],
  ['Gumz, Michelle L, Jr', 'Michelle|L|Gumz|Jr'],
  ['Smith, Jr., Everett V., PhD', 'Everett|V.|Smith|Jr'],
  ['Smith Jr, Everett', 'Everett||Smith|Jr'],
  ['Abrams, Charlotte, MD, PhD, Albert Einhorn College of Medicine', 'Charlotte||Abrams|'],
  ['de la Cruz, Pilar', 'Pilar||de la Cruz|'],
  ['van der Berg, Juan P', 'Juan|P|van der Berg|'],
  ['LEUNG, Kelvin S. Y.', 'Kelvin|S. Y.|LEUNG|'],
  ['LEUNG, Kelvin S. Y. 梁小明', 'Kelvin|S. Y.|LEUNG|'],
  ['LEUNG Kelvin', 'Kelvin||LEUNG|'],
  ['Kelvin LEUNG', 'Kelvin||LEUNG|'],
  ['JANE DOE', 'JANE||DOE|'],
  ['ED DOE', 'ED||DOE|'],
  ['JB Harlow', 'JB||Harlow|'],
  ['Jane Doe, MD', 'Jane||Doe|'],
  ['Jane Doe, M.D., Ph.D.', 'Jane||Doe|'],
  ['Jane Doe MD PhD', 'Jane||Doe|'],
  ['Jane Doe, MD/PhD', 'Jane||Doe|'],
  ['Jane Doe, PhD, RN, FAAN', 'Jane||Doe|'],
  ['Jane Doe, Professor of Surgery', 'Jane||Doe|'],
  ['Jane Doe, University of Somewhere', 'Jane||Doe|'],
  ['Dr. Jane Doe', 'Jane||Doe|'],
  ['Prof. Dr. Jane Doe', 'Jane||Doe|'],
  ['Professor Jane A Doe', 'Jane|A|Doe|'],
  ['Xiaofeng (Charles) Zhou', 'Xiaofeng||Zhou|'],
  ['William "Bill" Harlow', 'William||Harlow|'],
  ['Jane Doe*', 'Jane||Doe|'],
  ['Jane Doe†‡', 'Jane||Doe|'],
  ['张伟', '||张伟|'],
  ['张 伟', '伟||张|'],
  ['김 민준', '민준||김|'],
  ['Wei Zhang 张伟', 'Wei||Zhang|'],
  ['Иван Петров', 'Иван||Петров|'],
  ['Γιώργος Παπαδάκης', 'Γιώργος||Παπαδάκης|'],
  ['Jane\u202eeoD Doe', 'JaneeoD||Doe|'],
  ['Abdul-Rahman Al-Sayed', 'Abdul-Rahman||Al-Sayed|'],
  ['Md Habibur Rahman', 'Md|Habibur|Rahman|'],
  ['Jane Ma', 'Jane||Ma|'],
  ['Jane B Ma', 'Jane|B|Ma|'],
]

describe('parseName', () => {
  it.each(written)('takes "%s" apart', (shown, expected) => {
    const names = parseName(shown)
    expect([names.given, names.middle, names.family, names.suffix].join('|')).toBe(expected)
  })

  it('keeps the name as it was written', () => {
    expect(parseName(' LEUNG,  Kelvin S. Y. 梁小明').shown).toBe('LEUNG, Kelvin S. Y. 梁小明')
  })

  it('gives the degrees behind a name in their order', () => {
    expect(parseNameAndCredentials('Jane Doe, M.D., Ph.D., FAAN').credentials).toEqual([
      'M.D.',
      'Ph.D.',
      'FAAN',
    ])
    expect(parseNameAndCredentials('Jane Doe MD PhD').credentials).toEqual(['MD', 'PhD'])
    expect(parseNameAndCredentials('Jane Doe, MD PhD').credentials).toEqual(['MD', 'PhD'])
    expect(parseNameAndCredentials('Doe, Jane, MD/PhD').credentials).toEqual(['MD/PhD'])
  })

  it('takes no surname for a degree', () => {
    for (const name of ['Jane Ma', 'Li Do', 'Kim Od', 'Jane B Ma', 'Anna Bs']) {
      expect(parseNameAndCredentials(name).credentials).toEqual([])
    }
  })

  it('never throws and never shows an empty name, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(namesSchema.safeParse(parseName(text)).success).toBe(true)
        expect(namesSchema.safeParse(parseCitationName(text)).success).toBe(true)
        expect(namesSchema.safeParse(parseNameByCitation(text, text)).success).toBe(true)
      }),
    )
  })

  it('cuts a name of 100,000 letters to what a record holds', () => {
    const names = parseName('Doe '.repeat(25_000))
    expect(namesSchema.safeParse(names).success).toBe(true)
  })
})

const cited: [string, string][] = [
  ['Gumz ML', 'M|L|Gumz|'],
  ['Chen L', 'L||Chen|'],
  ['gumz ml', 'M|L|gumz|'],
  ['Gumz M.L.', 'M|L|Gumz|'],
  ['Gumz M-L', 'M|L|Gumz|'],
  ['Ramirez RL 3rd', 'R|L|Ramirez|3rd'],
  ['Ramirez RL Jr', 'R|L|Ramirez|Jr'],
  ['Ramirez R Sr', 'R||Ramirez|Sr'],
  ['Ramirez RL 2nd', 'R|L|Ramirez|2nd'],
  ['van der Berg J', 'J||van der Berg|'],
  ['De la Corte-Rojas H', 'H||De la Corte-Rojas|'],
  ['da Silva Pinheiro MA', 'M|A|da Silva Pinheiro|'],
  ['Al Ahmadi S', 'S||Al Ahmadi|'],
  ["O'Malley S", "S||O'Malley|"],
  ['Qiu JL', 'J|L|Qiu|'],
  ['López-Hinojosa IJ', 'I|J|López-Hinojosa|'],
  ['Pinheiro MADS', 'M|A D S|Pinheiro|'],
  ['Kavita', '||Kavita|'],
  ['Øvrebø Å', 'Å||Øvrebø|'],
  ['Le TV', 'T|V|Le|'],
  ['Do L', 'L||Do|'],
  ['Ma J', 'J||Ma|'],
  ['Gumz, Michelle L', 'Michelle|L|Gumz|'],
  ['Shuai-Shuai C', 'C||Shuai-Shuai|'],
  ['张伟', '||张伟|'],
]

describe('parseCitationName', () => {
  it.each(cited)('takes "%s" apart', (text, expected) => {
    const names = parseCitationName(text)
    expect([names.given, names.middle, names.family, names.suffix].join('|')).toBe(expected)
  })
})

describe('parseNameByCitation', () => {
  it.each([
    ['Maria Aparecida da Silva Pinheiro', 'Pinheiro MADS', 'Maria|Aparecida da Silva|Pinheiro|'],
    ['Manoel João Batista Castelo Girão', 'Castelo Girão MJB', 'Manoel|João Batista|Castelo Girão|'],
    ['Chen Shuai-Shuai', 'Shuai-Shuai C', 'Chen||Shuai-Shuai|'],
    ['Jean Le Goff', 'Le Goff J', 'Jean||Le Goff|'],
    ['Thi Van Nguyen', 'Nguyen TV', 'Thi|Van|Nguyen|'],
    ['Robert L Ramirez 3rd', 'Ramirez RL 3rd', 'Robert|L|Ramirez|3rd'],
    ['Søren Holmgaard', 'Holmgaard S', 'Søren||Holmgaard|'],
    ['Søren Holmgård', 'Holmgard S', 'Søren||Holmgård|'],
    ['Kavita', 'Kavita', '||Kavita|'],
    ['Jane Doe', 'Somebody E', 'Jane||Doe|'],
    ['Jane Doe', '', 'Jane||Doe|'],
  ])('divides "%s" where "%s" divides', (shown, citation, expected) => {
    const names = parseNameByCitation(shown, citation)
    expect([names.given, names.middle, names.family, names.suffix].join('|')).toBe(expected)
  })
})

describe('foldText', () => {
  it('takes accents, case, and letters with strokes away', () => {
    expect(foldText('  Søren  ÅLØW-Łódź Straße ')).toBe('soren alow-lodz strasse')
    expect(foldText('O’Malley')).toBe("o'malley")
    expect(foldText('Jing‐Li')).toBe('jing-li')
    expect(foldText('김민준')).toBe('김민준')
  })

  it('parts words at hyphens and dots, not at apostrophes', () => {
    expect(foldWords("J.-P. O'Brien-Soto")).toEqual(['j', 'p', 'obrien', 'soto'])
  })
})
