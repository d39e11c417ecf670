/** Longest name of a place that is believed. */
const longestPlace = 200

const unitWord =
  /\b(departments?|dept|divisions?|section|sub-?section|unit|service|program(me)?|laborator(y|ies)|lab|office|library|faculty of)\b/i
/** People and pages of a department, not the department. */
const noUnit =
  /\b(department|division|section|program) (head|chair|chief|director|manager|coordinator|administrator|office|website|news|events)|\bcommittee\b|\bprofiles?$/i
const institutionWord =
  /\b(universit\w+|univ|college|school|hospitals?|infirmary|institutes?|institution|polytechnic|academy|clinics?|medical cent(er|re)|health (system|sciences|network|cent(er|re)|care)|healthcare|cancer cent(er|re)|medicine|health|cent(er|re) for|foundation)\b/i

/** Subjects by which departments are named, beside the endings that most of them share. */
const subject =
  /^((internal|family|emergency|general|clinical|community|preventive|pulmonary|sports|sleep|physical|laboratory|nuclear|hospital|palliative|adolescent|maternal|fetal|transfusion|oral|critical|public|global|population|biomedical|health|basic|medical|pediatric|neonatal|vascular|thoracic|cardiothoracic|plastic|colorectal|orthop\w+|trauma|transplant|minimally|restorative|operative|molecular|cell|cellular|computational|developmental|structural|human|integrative|quantitative|cancer|systems|electrical|mechanical|civil|chemical|materials|computer|social|occupational|speech|infectious|history|behavioral)( (and|&))? )*(\w*(ology|iatrics?|iatry|ontics?|urgery|edics|etrics|omics?|otherapy|ysics|istry|etics|istics|athy|hesia)|medicine|surgery|sciences?|care|anesthesia|anatomy|nursing|pharmacy|health|genetics|rehabilitation|engineering|therapy|education|informatics|nutrition|diseases?|neurosurgery|computing|mathematics|bioethics|humanities|optometry)(( and|,| &|\/| ?[-–—]) ?.{2,80})?$/i

/** True for the name of a department, division, section or the like, and for a subject that departments bear as a name. */
export function isDepartment(text: string): boolean {
  return (
    isName(text) && !noUnit.test(text) && (isCapital(unitWord.exec(text)?.[0]) || subject.test(text.trim()))
  )
}

/** True for the name of a university, school, college, hospital or institute. */
export function isInstitution(text: string): boolean {
  return (
    isName(text) &&
    isCapital(institutionWord.exec(text)?.[0]) &&
    !/\b(department|dept|division|section)\b/i.test(text)
  )
}

/** True for a department or an institution. */
export function isUnitName(text: string): boolean {
  return isDepartment(text) || isInstitution(text)
}

/** Written as part of a name: "Elm Medicine", not "street medicine". */
const isCapital = (word = '') => /^\p{Lu}/u.test(word)

/** Names of places are short, begin with a capital, and are no sentences. */
function isName(text: string): boolean {
  const line = text.trim()
  return (
    line.length > 3 &&
    line.length <= longestPlace &&
    /^\p{Lu}|^the \p{Lu}/u.test(line) &&
    !/^(she|he|we|they|this|our|dr|prof) /i.test(line) &&
    line.split(' ').length <= 18 &&
    !/[?!@]|\.\s+\p{Lu}\p{Ll}+ \p{Ll}|\b(is|was|are|were|has|have|will|your|our|my|we|you|works|offers?|joins?|joined|…)\b/u.test(
      line,
    )
  )
}

/** A place with the short spellings of its kind written out: "Dept. of Surgery", "Univ. of Ashby". */
export function spellPlace(text: string): string {
  return text
    .replace(/\bdept\b\.?/gi, 'Department')
    .replace(/\bdiv\. of\b/gi, 'Division of')
    .replace(/\buniv\b\.?/gi, 'University')
    .replace(/\bctr\b\.?/gi, 'Center')
    .replace(/^[\s,–—:-]+|[\s,;–—:.-]+$/g, '')
}
