/** Longest line that is believed to be a title. */
const longestTitle = 300

// Misspelt as seen on real pages: "Asisstant", "Assitant", "Assosiate", "Proffesor", "Lecurer", "Instuctor".
/** A professor's rank. */
export const professor = /\bprof+es+[oe]r(in)?(ship)?\b(?!['’]s\b)|\bprof\b\.?(?=$|[,;/]| of\b)/i
/** A teacher's rank below a professor's. */
export const lecturer = /\blect?ure?r\b|\binstr?uctor\b|\bpreceptor\b|\breader in\b/i
/** A rank says what its holder is, wherever in a line it stands. */
export const anyRank = new RegExp(`${professor.source}|${lecturer.source}`, 'i')

/** A post is one by its first word: "Director Undergraduate Studies". */
const leading =
  /^((co|vice)[ -]?)?(director|dean|chair(wo)?(man|person)?|chief|president|head of|pi|principal investigator)\b(?!['’])/i
/** Or by the last of its own words: "Residency Program Director", "Nurse Practitioner", "Pediatric Cardiologist". */
const lastWord =
  /\b(director|dean|chair(wo)?(man|person)?|chief|head|provost|president|chancellor|principal|fellow|resident|intern|postdoc|scholar|student|candidate|trainee|surgeon|attending|nurse|midwife|assistant|associate|aide|advis[oe]r|mentor|liaison|secretary|staff|faculty|consultant|ambassador|chaplain|social worker|lead|counsell?or|registrar|treasurer|member|\w+(log|rap|ic|tr|ant|ent|al|en|ar|iv|an|ac|eon)ist|\w{3,}(ci|ti|ri|si|gi)an|(investig|coordin|co-ordin|administr|educ|navig|cur)ator|(research|practition|engine|programm|develop|design|manag|offic|teach|writ|lead|lectur)er|editor|supervisor|tutor|emerit\w+|pgy[ -]?\d)$/i

/** First words of headings and links that only sound like a title. */
const noTitle =
  /^(our|meet|find|about|all|current|former|new|other|view|search|see|browse|contact|message|letter|welcome|become|join|apply|for|from|to|with|by|how|why|what|incoming|prospective|past|more|office|visit|ask|request|faculty (and|&)|head (and|&)|home|read|the role|a |an |i |we |he |she |dr|mr|ms)\b/i
/** Words of prose and headlines: a title has no verb. */
const prose =
  /\b(is|was|are|were|has|have|had|joins|joined|named|appointed|receives?d?|wins|won|awarded|elected|served|serves|serving|worked|works|earned|graduated|teaches|taught|says|said|leads|will|who|his|her|their|my|your|our|she|he|they)\b/i

/** What stands in front of the first "of", "for", comma or the like: a title's own words. */
function readHead(text: string): string {
  return (
    text.split(/,|;|:|\||\(|[–—]| - | of | for | in | at | to | on | with | and | & |\//, 1)[0] ?? ''
  ).trim()
}

/** True for an academic rank, a post, or another title of work: a whole line or one piece of it. */
export function isTitle(text: string): boolean {
  const line = text.trim()
  if (line.length < 2 || line.length > longestTitle || !/^[\p{L}"“(]/u.test(line) || /[?!@]/.test(line))
    return false
  if (/\d{3}/.test(line) || noTitle.test(line) || prose.test(line) || /\S{40}/.test(line)) return false
  if (
    line.length > 60 &&
    /\.\s+\p{Lu}\p{Ll}{2}/u.test(line.replace(/\b(\p{L}|St|Jr|Sr|Dr|Mrs?|Prof|Ass[ot]c?)\./giu, ''))
  )
    return false
  if (anyRank.test(line)) return true
  const head = readHead(line).replace(/\s+(I{1,3}|IV|V|\d)$/, '')
  if (/^(staff|attending)$/i.test(line)) return true
  if (!/^\p{Lu}/u.test(line) || head.split(' ').length > 9) return false
  if (leading.test(line)) return true
  // "Faculty" alone is a heading; with a word in front it says what somebody is.
  return lastWord.test(head) && !/^faculty$/i.test(head)
}
