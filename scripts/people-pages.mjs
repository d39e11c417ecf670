// @ts-check

/**
 * A faculty member's page of at least `bytes`: menus, a head with the facts, and a long list of papers.
 * @param {{ bytes: number }} size
 */
export function makeProfilePage({ bytes }) {
  const head = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Theodora A. Whitcombe | Lakemont University</title>${'<meta property="x:note" content="lake">'.repeat(20)}</head><body>
<header><a href="/">Lakemont University</a><nav><ul>${makeMenu(120)}</ul></nav></header><main><div class="breadcrumb"><a href="/">Home</a> <a href="/faculty">Faculty</a></div>
<h1>Theodora A. Whitcombe, MD, PhD</h1><p class="t">Associate Professor of Medicine</p><p>Department of Medicine, Lakemont University</p>
<dl><dt>Email</dt><dd><a href="mailto:theodora.whitcombe@lakemont.example">theodora.whitcombe@lakemont.example</a></dd><dt>Phone</dt><dd>(555) 010-4711</dd></dl>
<h2>Biography</h2>${'<p>Dr. Whitcombe studies what lakes do to lungs. She swims every morning, and writes about it in the afternoon, with students of every year.</p>'.repeat(30)}<h2>Publications</h2><ol>`
  const tail = `</ol></main><aside><h3>News</h3>${'<p><a href="/news/1">Lake opens early this year</a></p>'.repeat(40)}</aside><footer><p>Lakemont University, 1 Lake Road</p></footer></body></html>`
  const papers = []
  let length = head.length + tail.length
  for (let at = 0; length < bytes; at += 1) {
    const paper = `<li class="citation"><div class="csl-entry">Whitcombe TA, Birkwood A, Fernhill OM, Marsh-Okoro P. <a href="https://doi.org/10.5555/lake.${at}">Lake fever in swimmers of the ${at}th year: a cohort of students</a>. <i>Lakemont Medical Journal</i>. ${1990 + (at % 35)};${at % 40}(${at % 12}):${at}-${at + 9}. doi:10.5555/lake.${at}. PMID: ${39_000_000 + at}.</div><span class="badge" data-doi="10.5555/lake.${at}"></span></li>\n`
    papers.push(paper)
    length += paper.length
  }
  return head + papers.join('') + tail
}

/**
 * A directory of so many people, as cards of the kind that most schools have.
 * @param {{ people: number }} size
 */
export function makeListingPage({ people }) {
  const cards = Array.from({ length: people }, (_, at) => {
    const [given, family] = [
      givenNames[at % givenNames.length],
      `${familyHeads[at % familyHeads.length]}${familyTails[Math.floor(at / familyHeads.length) % familyTails.length]}`,
    ]
    const middle = String.fromCharCode(65 + (at % 26))
    return `<li class="card"><div class="photo"><img data-src="/p/${at}.jpg" alt=""></div><div class="body"><h3><a href="/faculty/${at}">${given} ${middle}. ${family}, MD</a></h3>
<p class="rank">${ranks[at % ranks.length]}</p><p class="unit">Department of ${units[at % units.length]}</p><p><a href="mailto:${given}.${middle}.${family}@lakemont.example">E-mail</a> <span>(555) 010-${String(1000 + at).slice(-4)}</span></p></div></li>\n`
  })
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Faculty | Lakemont University</title></head><body><header><a href="/">Lakemont University</a><nav><ul>${makeMenu(80)}</ul></nav></header>
<main><h1>Our Faculty</h1><ul class="cards">${cards.join('')}</ul></main><footer>1 Lake Road</footer></body></html>`
}

/** @param {number} items */
function makeMenu(items) {
  return Array.from({ length: items }, (_, at) => `<li><a href="/menu/${at}">Lake page ${at}</a></li>`).join(
    '',
  )
}

const givenNames = 'Theodora Anselm Odalys Priya Ingrid Mateo Wanjiru Caspar Leilani Bohdan Yuki Amara'.split(
  ' ',
)
const familyHeads =
  'Whit Birk Fern Marsh Reed Harrow Lake Mill Stone Alder Hazel Thorn Wren Cole Brook Ash'.split(' ')
const familyTails =
  'combe wood hill ford water field ley ton worth by stead bourne mere wick shaw dale'.split(' ')
const ranks = [
  'Professor of Medicine',
  'Associate Professor',
  'Assistant Professor',
  'Clinical Instructor',
  'Professor Emeritus',
]
const units = ['Medicine', 'Surgery', 'Pediatrics', 'Neurology', 'Pathology']
