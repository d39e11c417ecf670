import { describe, expect, it } from 'vitest'
import { guessRole, isTitle, placeOfTitle, rankOf, splitTitles } from '../../../src/domain/faculty/titles'

const titles = [
  'Professor',
  'Assistant Professor of Clinical Medicine',
  'Asisstant Professor',
  'Assosiate Proffesor',
  'Asst. Prof.',
  'Assoc. Prof., Cardiology',
  'Section Chief',
  'Chief, Section of Rheumatology',
  'Clerkship Director',
  'Residency Program Director',
  'Associate Program Director, Internal Medicine Residency',
  'Staff',
  'Postdoctoral fellow',
  'Postdoctoral Research Fellow',
  'Senior Associate Dean and Regents’ Professor',
  'Director, Advanced Population Health and Healthy Systems Leadership & Informatics',
  'Vice President, Dental Alumni Association Board of Directors',
  'Department Chair and Associate Professor',
  'Teaching Instructor',
  'Distance Education Coordinator',
  'Research Associate I',
  'University Librarian',
  'Professor: In Memoriam',
  'Distinguished Professor (In Memoriam)',
  'Christopher B. and Susan S. Burke Professor of Civil Engineering',
  'Visiting Clinical Instructor',
  'Chief Resident',
  'Resident Physician, PGY-2',
  'Resident',
  'MD Candidate',
  'Medical Student',
  'Attending Physician',
  'Pediatric Cardiologist',
  'Nurse Practitioner',
  'Physician Assistant',
  'Genetic Counselor',
  'Chief Medical Officer',
  'Principal Investigator',
  'Interim Dean',
  'Vice Chair for Education',
  'Vice-Chair, Research',
  'Co-Director, Center for Pain',
  'Head of Neonatology',
  'Lecturer',
  'Adjunct Faculty',
  'Associate Member of the Graduate Faculty, Graduate College',
  'Administrative Assistant',
  'Lab Manager',
  'Scientist III',
  'Chair, Department of Surgery',
]

const others = [
  '',
  'Office of the Dean',
  'Dean’s Office',
  'Message from the Chair',
  'Our Faculty',
  'Meet the Residents',
  'Faculty',
  'Faculty & Staff',
  'Residents',
  'Fellows',
  'Current Students',
  'Student Affairs',
  'Fellowship Program',
  'Resident Resources',
  'Head and Neck Surgery',
  'Assistant Professor Ann Bell joins the department',
  'Professor Bell named Dean of Nursing',
  'She is a professor of surgery',
  'Contact the Program Director',
  'Department of Medicine',
  'University of Somewhere',
  'Ann Bell',
  '312-555-0100',
  'Request an appointment with a physician',
  'Find a Doctor',
  'Apply for a fellowship',
]

describe('a title', () => {
  it.each(titles)('%s is one', (text) => expect(isTitle(text)).toBe(true))
  it.each(others)('"%s" is none', (text) => expect(isTitle(text)).toBe(false))
  it('is never megabytes long', () => expect(isTitle(`Professor ${'of '.repeat(100_000)}`)).toBe(false))
})

describe('several titles', () => {
  it.each([
    [
      'Professor of Medicine, Director of the Lung Program',
      ['Professor of Medicine', 'Director of the Lung Program'],
    ],
    ['Professor; Chief, Division of Nephrology', ['Professor', 'Chief, Division of Nephrology']],
    ['Associate Professor, Department of Surgery', ['Associate Professor']],
    ['Associate Professor, Computer Science', ['Associate Professor']],
    ['Assistant Professor at Elm University', ['Assistant Professor']],
    ['Instructor in the Department of Pathology', ['Instructor']],
    ['Professor and Chair, Department of Medicine', ['Professor and Chair']],
    ['Assistant Professor, Tenure Track', ['Assistant Professor, Tenure Track']],
    ['Professor of Surgery | Vice Chair of Education', ['Professor of Surgery', 'Vice Chair of Education']],
    ['Dean', ['Dean']],
    ['Vice President, Alumni Association', ['Vice President, Alumni Association']],
    ['Somewhere else entirely', []],
  ])('"%s" gives %j', (text, expected) => expect(splitTitles(text)).toEqual(expected))
})

describe('the place in a title', () => {
  it.each([
    ['Professor of Computer Science', 'Computer Science'],
    ['Associate Professor, Department of Surgery', 'Department of Surgery'],
    ['Assistant Professor of Clinical Medicine', 'Medicine'],
    ['Professor of Pediatrics and Director of Newborn Care', 'Pediatrics'],
    ['Chief, Division of Nephrology', 'Division of Nephrology'],
    ['Professor', ''],
    ['Librarian', ''],
  ])('of "%s" is "%s"', (text, expected) => expect(placeOfTitle(text)).toBe(expected))
})

describe('the rank', () => {
  it.each([
    [['Professor'], 'professor'],
    [['Associate Professor of Surgery'], 'associate-professor'],
    [['Asisstant Professor'], 'assistant-professor'],
    [['Research Assistant Professor'], 'assistant-professor'],
    [['Professor', 'Dean'], 'dean-chair'],
    [['Professor Emeritus', 'Former Dean'], 'emeritus'],
    [['Smith Chair in Cardiology'], 'professor'],
    [['Assistant to the Dean'], 'staff'],
    [['Lecturer'], 'instructor-lecturer'],
    [['Postdoctoral Fellow'], 'fellow'],
    [['Chief Resident'], 'resident'],
    [['Medical Student'], 'student'],
    [['Program Coordinator'], 'staff'],
    [['Attending Physician'], 'other'],
    [[], 'other'],
  ] as const)('of %j is %s', (given, rank) => expect(rankOf(given)).toBe(rank))
})

describe('the role', () => {
  it.each([
    [['Associate Dean of Students'], ['MD'], 'dean-advisor'],
    [['Assistant Professor'], ['MD'], 'attending'],
    [['Assistant Professor'], ['MD', 'PhD'], 'attending'],
    [['Assistant Professor'], ['PhD'], 'faculty-researcher'],
    [['Chief Resident'], ['MD'], 'resident'],
    [['Cardiology Fellow'], ['DO'], 'fellow'],
    [['Residency Coordinator'], [], 'staff'],
    [['Medical Student'], [], null],
    [[], [], null],
    [['Pediatric Cardiologist'], [], 'attending'],
    [['Senior Scientist'], ['PhD'], 'faculty-researcher'],
  ] as const)('of %j with %j is %s', (given, credentials, role) =>
    expect(guessRole(given, credentials)).toBe(role),
  )
})
