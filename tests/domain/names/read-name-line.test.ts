import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseName, parseNameAndCredentials } from '../../../src/domain/names/parse-name'
import { readNameLine } from '../../../src/domain/names/read-name-line'
import { namesSchema } from '../../../src/domain/person/person'
import { writtenForms } from './written-forms'

const likenessOf = (text: string) => readNameLine(text)?.likeness ?? 0

/** A known given name, a degree, a form of address, a middle initial, or "Last, First". */
const sureNames = `Jane Doe
JANE DOE
Jane A. Doe
Doe, Jane
Doe, Jane A., MD
Dr. Jane Doe
Prof. Djaja Wiranto
Ms. Djaja Wiranto
Associate Professor Djaja Wiranto
Djaja K. Wiranto
Djaja Wiranto, PhD
Djaja Wiranto, NCSN, PhD
Wiranto, Djaja K.
Xiaoyan (Charles) Zhao
Robert “Bob” Quist
Robert Quist Jr.
Ahmed Al-Masri
Priya Venkataraghavan
Olumide Adebayo-Cole
Carlos de la Vega
Maria da Fonseca
Anne-Marie Valcourt
YUEN, Kelvin S. Y. 袁小明
Jane Doe, MD, PhD — Associate Professor
Jane Doe, Professor of Surgery
Jane Doe (Sociology)
Jane Doe | Northgate University
Jane Doe, Northgate '71
Jane Doe (1931–2009)
Jane Doe, PhD candidate
Name: Jane Doe`

/** Nothing but two or three words that could be a name, and no word that speaks against it. */
const possibleNames = `Djaja Wiranto
Ngozi Okwuosa
Miloš Žeravica
Hyowon Park
Sath Allareddi
Lina He
Bo Zou
Yuki Morinaga
Siew Ching Ong
Wiranto, Djaja
Abu Sitta, Lo’ay
Pieter van der Molen
Dr. Wiranto
Jane Doe, MD, is a pediatrician in Northgate.
Ольга Лапина
李 小龍`

const otherLines = `Contact Us
CONTACT US
Internal Medicine
Research Interests
Read More
Jane Doe Lab
Jane Doe’s Lab
The Doe Laboratory
Department of Surgery
Surgery, Department of
Meet Our Faculty
Meet Jane Doe
View Jane Doe
New York
New York City
Johns Hopkins
Mount Sinai
Ph.D. Program
MD Program
MD, PhD
M.D., Ph.D.
DDS, MHPE
View Profile
View Full Profile
Office Hours
Graduate Students
Associate Professor
Associate Professor, Bioengineering
Professor (Emeritus)
Professor Emeritus
Professor of Surgery
Assistant Dean
Vice Chair
Medical Director
Clinical Trials
Family Medicine
Emergency Medicine
John A. Smith Auditorium
Smith Family Foundation
Jane Doe Endowed Chair
Jane Doe Professor of Surgery
Mary Smith Scholarship
Anna Freud Centre
Ada Lovelace Institute
Surgical Oncology
Radiation Oncology
Cardiothoracic Surgery
Pediatric Cardiology
Cell Biology
Molecular Genetics
Stem Cells
Machine Learning
Signal Processing
Political Science
Public Health
Health Equity
Awards and Honors
Honors Awards
Selected Publications
Curriculum Vitae
Education Training
Clinical Interests
Areas of Expertise
Google Scholar
Home Page
Main Menu
Site Map
Skip Navigation
Privacy Policy
Quick Links
Apply Now
Make A Gift
Make a Gift
Log In
Sign Up
Learn More
Show All
Next Page
Back To Top
Facebook Twitter
Student Life
Faculty Directory
Faculty Staff
Core Faculty
Lab Members
Chief Residents
Postdoctoral Fellows
Program Director
Research Assistant
Grand Opening Hours
Upcoming Events
Latest News
Press Releases
Job Openings
February
April 2024
Monday, March 3
South Building
North Carolina
Chapel Hill
Los Angeles
Houston, Texas
Springfield, Illinois
Jane Doe Wins Teaching Award
Doe Joins Faculty
Students Match Nationwide
Assistant Professor Jane Doe joins the faculty
Jane Doe receives an award
Jane Doe and John Roe
Jane Doe & John Roe
Jane Doe, John Roe, Ana Silva
Jane A. Doe, Ngozi Okwuosa, and Djaja Wiranto
Doe, M.D., & Roe, K. (2019). A title of a paper
B.S., M.S. Northgate University
J. Doe, J. Roe, “A title of a paper”
Doe J, Roe K, Silva A. A title of a paper. J Inv Names. 2019
Doe, J., & Roe, K. (2019). A title of a paper.
Quist NE
Who is Jane Doe?
In memory of Jane Doe
by Jane Doe
the Jane Doe fund
jane doe
Kavita
Surgery
Room 213
213 Main Street
(555) 010-0100
jane.doe@northgate.example
https://northgate.example/jane-doe
…
—
首页 新闻中心 联系我们`

describe('readNameLine', () => {
  it.each(sureNames.split('\n'))('is sure of "%s"', (line) => {
    expect(likenessOf(line)).toBeGreaterThanOrEqual(0.8)
  })

  it.each(possibleNames.split('\n'))('allows "%s"', (line) => {
    expect(likenessOf(line)).toBeGreaterThanOrEqual(0.5)
    expect(likenessOf(line)).toBeLessThan(0.8)
  })

  it.each(otherLines.split('\n'))('takes "%s" for no name', (line) => {
    expect(likenessOf(line)).toBeLessThan(0.5)
  })

  it.each([
    ['Dr. Jane A. Doe, MD', 'Jane A. Doe'],
    ['Prof. Dr. Jane Doe', 'Jane Doe'],
    ['Jane Doe PhD', 'Jane Doe'],
    ['Xiaoyan (Charles) Zhao PhD', 'Xiaoyan (Charles) Zhao'],
    ['Robert “Bob” Quist, Jr., MD', 'Robert “Bob” Quist, Jr.'],
    ['Quist, Jr., Robert V., PhD', 'Quist, Jr., Robert V.'],
    ['Doe, Dr. Jane', 'Doe, Jane'],
    ['YUEN, Kelvin S. Y. / 袁小明', 'YUEN, Kelvin S. Y.'],
    ['Jane Doe (she/her)', 'Jane Doe'],
    ['Jane Doe (1931–2009)', 'Jane Doe (1931–2009)'],
    ['*Jane Doe†', 'Jane Doe'],
  ])('shows "%s" as "%s"', (line, shown) => {
    expect(readNameLine(line)?.names.shown).toBe(shown)
  })

  it.each([
    ['Jane A. Doe, MD, PhD — Associate Professor', 'Associate Professor'],
    ['Jane Doe, MD, Professor of Surgery, Northgate', 'Professor of Surgery, Northgate'],
    ['Jane Doe MD Associate Professor', 'Associate Professor'],
    ['Jane Doe | Surgery', 'Surgery'],
    ['Jane Doe: Chair', 'Chair'],
    ['Jane Doe (Sociology and Law)', 'Sociology and Law'],
    ['Doe, Jane (Chair)', 'Chair'],
    ['Abbott, Carla, MD, Ada Lovering College of Medicine', 'Ada Lovering College of Medicine'],
    ["Jane Doe DDS, Northgate '83", "Northgate '83"],
    ['Jane Doe, PhD Student', 'PhD Student'],
    ['Jane Doe (555) 010-0100', '(555) 010-0100'],
    ['Jane Doe jane@northgate.example', 'jane@northgate.example'],
    ['Jane Doe, MD', ''],
    ['Jane Doe:', ''],
  ])('leaves of "%s" the rest "%s"', (line, rest) => {
    expect(readNameLine(line)?.rest).toBe(rest)
  })

  it('is not surer of a paragraph than of a line', () => {
    const line = 'Jane Doe, Professor of Surgery'
    expect(likenessOf(`${line} ${'who works at Northgate '.repeat(20)}`)).toBeLessThan(likenessOf(line))
  })

  const word = fc.oneof(
    fc.constantFrom(
      ...'Jane Doe, MD PhD Dr. Prof Jr. van der de la ( ) (Bob) “ ” " , ; — - | / : 张伟 O’Brien d’ A. B I and of é @ 12 1999 \u202e \u0000'.split(
        ' ',
      ),
    ),
    fc.string({ maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const line = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '))

  it('never throws, and what it returns can be kept and shown', () => {
    fc.assert(
      fc.property(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        const read = readNameLine(text)
        const parsed = parseNameAndCredentials(text)
        for (const one of [read, parsed]) {
          if (!one) continue
          expect(namesSchema.safeParse(one.names).success).toBe(true)
          const all = [...Object.values(one.names), ...one.credentials, read?.rest ?? ''].join('')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
          expect(all).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/)
          expect(one.credentials.length).toBeLessThanOrEqual(20)
          expect(one.credentials.every((credential) => credential && credential.length <= 40)).toBe(true)
        }
        if (read) {
          expect(read.likeness).toBeGreaterThanOrEqual(0)
          expect(read.likeness).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    'Jane ',
    'J. ',
    ', ',
    'Doe, ',
    '(',
    '(a',
    '“',
    'MD, ',
    'MD/',
    'a-',
    'A-',
    "O'",
    'van ',
    'Dr. ',
    'Jr. ',
    '张',
    '\u0301',
    '/ ',
    '—',
    ' ',
    'J',
    'é',
    'M.',
  ])('ends on 100,000 letters of "%s"', (piece) => {
    const text = piece.repeat(100_000 / piece.length)
    for (const one of [text, `Jane Doe ${text}`, `Doe, ${text}`, `Jane Doe, MD, ${text}`]) {
      readNameLine(one)
      expect(parseName(one).shown).not.toBe('')
    }
  })

  it('reads a name again as it wrote it', () => {
    for (const { text } of writtenForms) {
      const { given, middle, family, suffix } = parseName(text)
      if (!given || !/\p{Script=Latin}/u.test(family)) continue
      const written = `${family}, ${[given, middle].filter(Boolean).join(' ')}${suffix ? `, ${suffix}` : ''}`
      const again = parseName(written)
      expect([again.given, again.middle, again.family, again.suffix], written).toEqual([
        given,
        middle,
        family,
        suffix,
      ])
    }
  })

  it('reads what it showed as the same name', () => {
    for (const { text } of writtenForms) {
      const read = readNameLine(text)
      if (!read?.names.given || read.names.shown.includes('(')) continue
      expect(readNameLine(read.names.shown)?.names, read.names.shown).toEqual(read.names)
    }
  })
})
