import { foldText } from '../names/fold'

/**
 * True when some affiliation of one list and some of the other speak of one institution. Careful on purpose: it decides,
 * together with a name, that two people are one, so a doubt is a "no". Departments, places and titles alone say nothing.
 *
 * An affiliation is read into *keys*, one for each institution it names ("of florida", "u emory", "hospital of
 * philadelphia childrens"). Two affiliations overlap when they share a key. The kind of the name is part of the key:
 * "University of Washington" is not "Washington University", nor "Boston University" "Boston College".
 */
export function isAnyInstitutionShared(a: readonly string[], b: readonly string[]): boolean {
  const keys = new Set(a.flatMap(institutionKeys))
  return keys.size > 0 && b.some((text) => institutionKeys(text).some((key) => keys.has(key)))
}

/** Shortened and foreign spellings, as whole words of folded text. */
const spellings: Record<string, string> = {
  univ: 'university',
  universitat: 'universitas',
  universite: 'universitas',
  universidad: 'universitas',
  universidade: 'universitas',
  universita: 'universitas',
  universiteit: 'universitas',
  universitet: 'universitas',
  universitetet: 'universitas',
  universitair: 'universitas',
  hosp: 'hospital',
  hosps: 'hospital',
  hospitals: 'hospital',
  med: 'medical',
  sch: 'school',
  coll: 'college',
  inst: 'institute',
  insts: 'institute',
  institutes: 'institute',
  ctr: 'center',
  cntr: 'center',
  centre: 'center',
  centers: 'center',
  dept: 'department',
  div: 'division',
  natl: 'national',
  nat: 'national',
  saint: 'st',
  clinics: 'clinic',
  mt: 'mount',
}

/** Short names that stand for one institution everywhere. */
const aliases: Record<string, string> = {
  ucsf: 'university of california san francisco',
  ucla: 'university of california los angeles',
  ucsd: 'university of california san diego',
  uab: 'university of alabama birmingham',
  utsw: 'university of texas southwestern',
  'ut southwestern': 'university of texas southwestern',
  nih: 'national institute of health',
  nyu: 'new york university',
  mit: 'massachusetts institute of technology',
  mgh: 'massachusetts general hospital',
  cdc: 'center for disease control and prevention',
  upenn: 'university of pennsylvania',
  'md anderson cancer center': 'university of texas md anderson',
  'penn state': 'pennsylvania state university',
}

/** State systems whose campuses are separate institutions: without its campus the name says too little. */
const campuses: Record<string, string[]> = {
  california:
    'san francisco|los angeles|san diego|davis|irvine|berkeley|riverside|santa barbara|santa cruz|merced'.split(
      '|',
    ),
  texas:
    'southwestern|md anderson|medical branch|san antonio|houston|austin|dallas|el paso|tyler|rio grande valley|arlington'.split(
      '|',
    ),
  illinois: 'chicago|urbana|springfield|peoria|rockford'.split('|'),
  alabama: 'birmingham|huntsville|tuscaloosa'.split('|'),
  'north carolina': 'chapel hill|charlotte|greensboro|wilmington'.split('|'),
  wisconsin: 'madison|milwaukee|green bay|la crosse'.split('|'),
  massachusetts: 'worcester|amherst|boston|lowell|dartmouth|chan'.split('|'),
  maryland: 'baltimore county|baltimore|college park'.split('|'),
  missouri: 'kansas city|st louis|columbia'.split('|'),
  tennessee: 'memphis|knoxville|chattanooga'.split('|'),
  nebraska: 'omaha|lincoln'.split('|'),
}
/** The medical school at Worcester bears a name of its own. */
const campusNames: Record<string, string> = { chan: 'worcester' }

/** Words that name no institution by themselves: units, subjects, ranks, and words of any hospital's name. */
const plainWords = new Set(
  (
    'department division section unit program programme service office faculty school college institute center clinic hospital medical medicine ' +
    'health healthcare system systems sciences science academic research laboratory laboratories lab foundation group university universitas national ' +
    'cancer comprehensive heart vascular brain eye spine kidney children childrens women womens veterans affairs va general regional ' +
    'internal family emergency surgery surgical pediatrics pediatric cardiology nephrology hypertension neurology oncology hematology radiology ' +
    'pathology psychiatry anesthesiology dermatology urology obstetrics gynecology orthopedics orthopaedics ophthalmology otolaryngology ' +
    'gastroenterology hepatology endocrinology diabetes metabolism immunology rheumatology allergy pulmonary critical care infectious disease diseases ' +
    'physiology biochemistry pharmacology genetics genomics biology cell molecular neuroscience public global community population epidemiology ' +
    'biostatistics nursing pharmacy dentistry engineering biomedical clinical translational transplant transplantation trauma stroke rehabilitation ' +
    'physical therapy therapeutics nutrition aging geriatrics palliative hospice teaching state county city district memorial main campus ' +
    'professor associate assistant director chair chief fellow resident student graduate postdoctoral ' +
    'of the and for in at on to de del der di du la le van a an new advanced'
  ).split(' '),
)

/** Names that many hospitals of different towns bear: these say something only together with the town. */
const commonHospitalWords = new Set(
  (
    'st mary marys joseph josephs john johns luke lukes francis vincent vincents elizabeth elizabeths michael michaels anthony anthonys james ' +
    'thomas mercy memorial general baptist methodist presbyterian lutheran adventist jewish catholic christian good samaritan sacred heart holy cross ' +
    'providence trinity community county regional city district state veterans va childrens children womens women university central north south east ' +
    'west northern southern eastern western valley lake grace hope unity bethesda shriners victoria royal queen king district'
  ).split(' '),
)

const institutionWords = new Set(
  'hospital clinic center institute foundation college school laboratory laboratories infirmary polyclinic healthcare'.split(
    ' ',
  ),
)

/** Words at which a name in front of "University" begins anew: "Department of Medicine Duke University". */
const isBreak = (word: string) => plainWords.has(word) && !['new', 'state', 'city', 'national'].includes(word)

/** The institutions an affiliation names, as keys to compare. */
export function institutionKeys(affiliation: string): string[] {
  const segments = splitSegments(affiliation)
  const keys = new Set<string>()
  for (const [index, segment] of segments.entries()) {
    const following = segments.slice(index).join(' ')
    const places = segments.filter((_, other) => other !== index)
    for (const key of [
      ...universityKeys(segment, following),
      ...schoolKeys(segment),
      ...hospitalKeys(segment, places),
      ...companyKeys(segment),
    ]) {
      keys.add(key)
    }
  }
  return [...keys]
}

/** Folded parts between commas and the like, words spelled one way; e-mail addresses and numbers gone. */
function splitSegments(affiliation: string): string[] {
  const text = foldText(affiliation.slice(0, 1000))
    .replace(/\S+@\S+/g, ' ')
    .replace(/electronic address:?|e-?mail:?/g, ' ')
    // A dot behind a shortened word ends no sentence, and "Inc" belongs to the name before the comma.
    .replace(/\b(\p{L}{2,5})\.(?=\s)/gu, (whole, word) => (isShortened(word) ? word : whole))
    .replace(/,\s*(?=(?:inc|llc|ltd)\b)/g, ' ')
  return text
    .split(/[,;|()]|\s[-–—]\s|\.\s/)
    .map((part) => {
      const words = part
        .replace(/&/g, ' and ')
        .replace(/['.]/g, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .split(' ')
        .map((word) => spell(spellings, word) ?? word)
        .filter((word) => word !== '' && word !== 'the' && !/^\d+$/.test(word))
      const joined = words.join(' ')
      return spell(aliases, joined) ?? words.map((word) => spell(aliases, word) ?? word).join(' ')
    })
    .filter(Boolean)
}

/** A word of a page may be "constructor": only the table's own words count. */
function spell(table: Record<string, string>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

function isShortened(word: string): boolean {
  return word === 'st' || word === 'dr' || Object.hasOwn(spellings, word)
}

/** "University of X" gives "of x"; "X University" gives "u x"; a foreign "Universitas X" gives both. */
function universityKeys(segment: string, following: string): string[] {
  const words = segment.split(' ')
  const keys: string[] = []
  for (const [index, word] of words.entries()) {
    if (word !== 'university' && word !== 'universitas') continue
    const isOf = words[index + 1] === 'of'
    const isForeign = word === 'universitas'
    const after = takeName(words.slice(index + (isOf ? 2 : 1)), isForeign)
    const before = takeNameBefore(words.slice(0, index))
    if (isForeign) {
      const name = after || before
      if (name) keys.push(`of ${name}`, `u ${name}`)
    } else if (isOf && after) {
      const system = Object.keys(campuses).find((one) => after === one || after.startsWith(`${one} `))
      if (!system) keys.push(`of ${after}`)
      else {
        const campus = findCampus(system, following)
        if (campus) keys.push(`of ${system} ${campus}`)
      }
    } else if (before) keys.push(`u ${before}`)
  }
  return keys
}

/** The campus that is named first after the system's own name. */
function findCampus(system: string, following: string): string | null {
  const rest = ` ${following.slice(following.indexOf(`university of ${system}`) + `university of ${system}`.length)} `
  let best: { at: number; campus: string } | null = null
  for (const campus of campuses[system] ?? []) {
    const at = rest.indexOf(` ${campus} `)
    if (at !== -1 && (!best || at < best.at)) best = { at, campus: campusNames[campus] ?? campus }
  }
  return best?.campus ?? null
}

/** The words of a proper name up to the first word that belongs to a unit: "florida" of "florida college of medicine". */
function takeName(words: readonly string[], isForeign: boolean): string {
  const skipped = new Set(
    isForeign ? ['de', 'di', 'degli', 'studi', 'der', 'do', 'of', 'zu', 'i', 'van'] : [],
  )
  const name: string[] = []
  for (const word of words) {
    if (name.length === 0 && skipped.has(word)) continue
    if (word === 'at' || (isBreak(word) && word !== 'of')) break
    name.push(word)
    if (name.length === 5) break
  }
  return name.every((word) => plainWords.has(word)) ? '' : name.join(' ')
}

/** The words of a proper name in front of "university": "florida state" of "department of medicine florida state". */
function takeNameBefore(words: readonly string[]): string {
  const name: string[] = []
  for (const word of [...words].reverse()) {
    if (isBreak(word)) break
    name.unshift(word)
  }
  return name.every((word) => plainWords.has(word)) ? '' : name.join(' ')
}

/** "Yale School of Medicine" and "Harvard Medical School" belong to the university of that name. */
function schoolKeys(segment: string): string[] {
  if (segment.includes('university')) return []
  const match =
    /^(.*?) ?\b(?:school|college) of (?:medicine|public health|nursing|pharmacy|dentistry)\b/.exec(segment)
  const medical = /^(.*?) ?\bmedical (school|college)\b/.exec(segment)
  const before = takeNameBefore((match?.[1] ?? medical?.[1] ?? '').split(' ').filter(Boolean))
  if (!before) return []
  // "New York Medical College" has nothing to do with New York University.
  return medical && medical[2] === 'college' && !match ? [`medical college ${before}`] : [`u ${before}`]
}

/** Hospitals, clinics, institutes, centers: the whole name is the key, when something in it is its own. */
function hospitalKeys(segment: string, places: readonly string[]): string[] {
  const words = segment.split(' ')
  if (!words.some((word) => institutionWords.has(word))) return []
  if (
    words.some((word) => word === 'university' || word === 'universitas') &&
    !/^university (hospital|medical center)/.test(segment)
  )
    return []
  if (/^(department|division|section|unit|office|program|service|faculty) /.test(segment)) {
    const at = words.lastIndexOf('at')
    return at > 0 ? hospitalKeys(words.slice(at + 1).join(' '), places) : []
  }
  if (
    /\b(school|college) of (medicine|public health|nursing|pharmacy|dentistry)\b|\bmedical (school|college)\b/.test(
      segment,
    )
  )
    return []
  const own = words.filter((word) => !plainWords.has(word))
  const isNational = /^national (institute|center|cancer institute|heart|eye institute)/.test(segment)
  const isControl = segment.startsWith('center for disease control and prevention')
  if (isNational || isControl) return [`place ${segment}`]
  const isCommon = own.every((word) => commonHospitalWords.has(word))
  if (!isCommon) return [`place ${[...words].sort().join(' ')}`]
  // A common name counts together with the town that is written beside it.
  const towns = places.filter((place) => isTown(place))
  return towns.map((town) => `place ${[...words].sort().join(' ')} in ${town}`)
}

/** Companies: the name before "Inc", "LLC" and the like. */
function companyKeys(segment: string): string[] {
  const match = /^(.+?) (inc|llc|ltd|gmbh|corp|corporation|pharmaceuticals|plc|ag)\b/.exec(segment)
  const name = match?.[1]
  return name?.split(' ').some((word) => !plainWords.has(word)) ? [`company ${name}`] : []
}

const statesAndCountries = new Set([
  ...'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri'.split(
    ' ',
  ),
  ...'sc sd tn tx ut vt va wa wv wi wy dc usa us uk canada germany france italy spain china japan australia england'.split(
    ' ',
  ),
  ...'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois'.split(
    ' ',
  ),
  ...'indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri'.split(
    ' ',
  ),
  ...'montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming'.split(
    ' ',
  ),
  ...'new hampshire|new jersey|new mexico|north carolina|north dakota|rhode island|south carolina|south dakota'.split(
    '|',
  ),
  ...'west virginia|united states|united states of america|united kingdom'.split('|'),
])

/** True for a part that can only be a town: no state or country, no institution, no unit. */
function isTown(part: string): boolean {
  const words = part.split(' ')
  return (
    words.length <= 3 &&
    !statesAndCountries.has(part) &&
    !words.some((word) => institutionWords.has(word) || word === 'university') &&
    !words.every((word) => plainWords.has(word)) &&
    !/^(department|division|section|usa|us|uk)\b/.test(part)
  )
}
