import { foldText } from './fold'

// The lists are carried into pages, so they are short. An entry that ends in a dot is a whole word; any other entry is
// the beginning of words: "cardiol" stands for cardiology, cardiologist and cardiologists.
const listWords = (text: string) => new Set(text.split(' '))

/** Given names that are common in the United States, of many origins. */
const givenNames = listWords(
  'aaron adam. ahmed alan. albert alex alfre ali. alice amanda amir amit amy. andr angel anil. ann. anna. anne anthon arun. ashl barbara ben. benjam bett brand brend brian bruce. carl carol cather charl cheryl chris clive. craig. cynthia dan. dani david debor debra. denis dian diego. donald. donna. doroth doug edward elain eliz ellen. emeka emil eric. evelyn fatima floren fran fred gabriel gary. georg gerald glen gloria grant. greg hannah hassan heather. helen henr hui. hyun ian. ibrah isabel jack. jacob jacqu jam jane jani jason jay. jean jeff jenn jerem jerry. jess jian jim jin. jing. joan joel. john jon. jonath jorge. jose josh joyc juan jud jul justin karen. karl. kath keit kell kenn kevin kim. kimber krist kumar. kyle larry. laur lawren lesli li. lin. linda lisa. liu. louis luc luis. marc mari mark. marth martin mary matt megan meliss mich min. ming. moh nancy. natal natash nath nichol nicol oliv olu omar. pamel patric paul pedro peter. phil priya rachel raj ralph ravi. rebec rich robert robin ronald russ ruth. ryan. sally. saman samuel sandr sanj sara scott. seung. sharon steph steve sunil susan teren teres terr theodo thom timoth todd. tracy. victor vijay virginia walter. wayne. wei. wen. willi xiao xin yan. yang yi. yong yu. yuan yun zach zhang. zhen',
)

/** Words of pages, posts, medicine and schools that are in no name. */
const otherWords = listWords(
  'about acade access addre advan advis affai all. alumn ameri anatom appli apply. arbor. artic arts. assis assoc audit award be. benef biol blood. book. brain. build busin by. campus. cancer care. caree cell center. centr certi chair change child city. class clini colleg commi compu cooki course. curric data. datab degre dent design. devel diabe direc disea disor docto donate downl dr. drug elect email. emeri engin envir event exper eye. faculty faq featu february. fello find. follo for. full. fund get. gift. give. globa gradu group. guide head. healt heart. help. here. high. histo home. honor hour how. immun impla in. infor injur insti integ intel inter job. johns. join journ key. kidne lab. labor latest. leade learn lectur letter. libra life. links. log. login. loss. mail. manag march. mater mecha medic meet. meeting. membe menu. metho micro model more. my. name. named. netwo neura neuro news. newsl notic number. nursi office. on. one. online. opera oppor or. oral. ortho our. pain. paper patie pedia pelvi pharm phd photo physi plann polic pract prese press. preve priv proce profes profi progr prote publi real. recent. recor recru regist rehab repor reque resea resid resou resul revie safe. safet sched schola school scien searc second service site. sourc speci sport staff. start stroke. studen study. subsc summary superv surger syndr synth syste teach tech. the. thera this. to. track train trans twitt undergr unive up. us. vice. video view virtu virus. visit web. websi with. writ year. your. youtu',
)

/** Words and places that are family names as well: beside a known given name they do not speak against it. */
const doubtfulWords = listWords(
  'art. bay. beach. boston. california. camp. carolina. chicago. china. columbia. cornell. east. fall. field. florida. fort. france. georgia. gold. hall. hill. hills. illinois. india. island. kong. las. law. link. little. london. los. lung. main. minnesota. mount. new. north. ohio. oregon. page. rapids. saint. san. south. st. state. tennessee. texas. valley. wake. west. white. winter. zip.',
)

/** Endings that no name has. */
const otherEnding =
  /(tion|sion|ology|onal|ical|iatric|iatry|ities|graphy|scopy|ectomy|plasty|[ldr]itis|osis|ysis|ship|ness|ics|ism)s?$/
/** Endings that few names have. */
const doubtfulEnding =
  /..(ies|ive|ance|ence|ency|ment|ity|ous|ial|[nt]al|[gt]ic|[gkrsvwz]ing|[nst]ed|ory|[dst]ure|istry|tor|age|ct|[ai]ble|[^r]ist)s?$/

export type WordKind = 'given' | 'other' | 'doubtful' | 'unknown'

function isListed(list: ReadonlySet<string>, word: string): boolean {
  if (list.has(`${word}.`)) return true
  for (let end = Math.min(word.length, 9); end > 2; end -= 1) if (list.has(word.slice(0, end))) return true
  return false
}

/** What a word of a line is to a name, by the lists and the endings. */
export function judgeWord(word: string): WordKind {
  const folded = /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : foldText(word).replace(/[^\p{L}]/gu, '')
  if (isListed(doubtfulWords, folded)) return 'doubtful'
  if (isListed(otherWords, folded)) return 'other'
  if (isListed(givenNames, folded)) return 'given'
  return otherEnding.test(folded) ? 'other' : doubtfulEnding.test(folded) ? 'doubtful' : 'unknown'
}
