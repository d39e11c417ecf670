import { cleanLine } from '../guards/text'

/**
 * A short phrase for what a paper is about, as one would say it in a letter ("your paper on …"). Only a proposal: the
 * student sees and edits it. Rules, in order: keep the side of a colon that names the subject, drop how the study was
 * done, drop openings such as "The effect of", undo title case, end after at most 8 words on a word that can end a phrase.
 */
export function proposeTopic(title: string): string {
  const whole = cleanLine(title, 1000)
    .replace(/[.?!\s]+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/[“”"]/g, '')
  if (!whole) return ''
  const phrase = dropOpening(dropDesign(pickSide(whole)))
  const words = lowerTitleCase(phrase.split(' ').filter(Boolean))
  return trimEnd(words, maxWords).join(' ')
}

const maxWords = 8
/** Fewer words than this say too little to stand alone: then the longer text is kept. */
const minWords = 3

/** How a study was done, not what it is about. */
const designWords =
  /\b(stud(y|ies)|trials?|review|meta-analysis|analysis|cohort|report|series|survey|protocol|commentary|editorial|letter|perspective|experience|registry|update|guidelines?|statement)\b/i

/** A subtitle that is only a study design loses; so does a main title of one or two words (a trial's acronym). */
function pickSide(title: string): string {
  const parts = title
    .split(/\s*:\s+|\s+[–—]\s+/)
    .map((part) => part.replace(/[.?!\s]+$/, ''))
    .filter(Boolean)
  const [main, subtitle] = parts
  if (!main) return title
  if (!subtitle || countWords(main) >= minWords) return main
  return designWords.test(subtitle) && countWords(subtitle) < 5 ? main : subtitle
}

/** Takes openings and endings that speak of the method away, as long as a phrase remains. */
function dropDesign(phrase: string): string {
  const rules = [
    /^(an?|the)?\s*((randomi[sz]ed|retrospective|prospective|multi-?cent(er|re)|single-cent(er|re)|national|systematic|scoping|narrative|observational|controlled|double-blind|population-based|cross-sectional|longitudinal|pilot|case)[\s,-]+)*(stud(y|ies)|trial|review|meta-analysis|analysis|survey|report|series)( and meta-analysis)? (of|on|for|to|in) /i,
    /[,;]?\s+(an?|the)\s+((randomi[sz]ed|retrospective|prospective|multi-?cent(er|re)|systematic|scoping|national|observational)\s+)+(\w+\s+)?(study|trial|review|analysis|cohort)$/i,
  ]
  return rules.reduce((text, rule) => keepIfLongEnough(text, text.replace(rule, '')), phrase)
}

const openings =
  /^(on\s+)?(the|an?)?\s*(novel|new|recent|current|potential|clinical|differential|comparative)?\s*(effects?|impacts?|roles?|influence|use|utility|efficacy|effectiveness|evaluation|assessment|investigation|examination|analysis|comparison|understanding|trends|advances|insights|association|relationship|prevalence|incidence|characteri[sz]ation|identification|development|validation|exploring|examining|evaluating|assessing|investigating|understanding|improving)(\s+and\s+(safety|validation|outcomes?|evaluation))?\s*(of|between|in|into|on|among|for)?\s+(the|an?)?\s*/i

function dropOpening(phrase: string): string {
  return keepIfLongEnough(phrase, phrase.replace(openings, ''))
}

function keepIfLongEnough(before: string, after: string): string {
  return countWords(after) >= minWords ? after : before
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** Names of people and places that keep their capital when a title is written Like This. */
const properNames =
  /^(Parkinson|Alzheimer|Crohn|Hodgkin|Huntington|Kawasaki|Marfan|Ebola|Zika|Bayesian|American|African|Asian|European|Hispanic|Latino|Latina|Black|Medicaid|Medicare|Medicare's|English|Spanish|United|States|Down|Turner|Sjögren|Sjogren|Graves|Cushing|Addison|Chagas|Lyme)(['’]?s)?$/

function lowerTitleCase(words: string[]): string[] {
  const long = words.filter((word) => word.length > 3 && /^\p{L}/u.test(word))
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
  const isTitleCase = long.length > 1 && capitals / long.length > 0.6
  return words.map((word, index) => {
    const parts = word.split('-')
    // An acronym, a gene, a drug code or a unit keeps its letters; so does a name.
    const isPlain = parts.every((part) => /^\p{Lu}?[\p{Ll}'’,()]*$/u.test(part)) && word.length > 1
    if (!isPlain || properNames.test(word.replace(/[,()]/g, ''))) return word
    return isTitleCase || index === 0 ? word.toLowerCase() : word
  })
}

const linkWords =
  /^(in|on|at|for|with|without|by|from|after|before|during|between|among|versus|using|as|to)$/i

const cannotEnd =
  /^(a|an|the|of|in|on|at|to|for|with|without|and|or|by|from|after|before|during|between|among|versus|vs|via|as|using|is|are|that|than|through|under|into|their|its|who|which|associated|based|following|undergoing|treated|receiving|against|within|across|toward|towards|due|not|can|does|do)$/i

function trimEnd(words: string[], max: number): string[] {
  const kept = words.slice(0, max)
  // A phrase that was cut ends before its last preposition: what follows it is half a thought.
  if (words.length > max) {
    const lastLink = kept.findLastIndex((word) => linkWords.test(word))
    if (lastLink > minWords) kept.length = lastLink
  }
  while (kept.length > 1 && cannotEnd.test((kept.at(-1) ?? '').replace(/[,;]/g, ''))) kept.pop()
  // A bracket that was cut open says nothing.
  const text = kept.join(' ')
  const openAt = text.lastIndexOf('(')
  const closed = openAt > 0 && !text.slice(openAt).includes(')') ? text.slice(0, openAt) : text
  return closed.replace(/[,;:\s]+$/, '').split(' ')
}
