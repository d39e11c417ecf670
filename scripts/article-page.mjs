// @ts-check

/**
 * An article page in the shape of PubMed's, with invented people, filled up with citations to a size.
 * @param {{ pmid: string, authors: number, bytes?: number, extra?: string }} wanted `extra`: markup at the body's start
 * @returns {string}
 */
export function makeArticlePage({ pmid, authors, bytes = 0, extra = '' }) {
  const names = Array.from(
    { length: authors },
    (_, index) => `Testa${String.fromCharCode(97 + (index % 26))} Q Writer${index}`,
  )
  const list = names
    .map(
      (name, index) =>
        `<span class="authors-list-item"><a class="full-name" href="/?sort=jour&amp;term=Writer${index}+TQ&amp;cauthor_id=${pmid}" data-ga-label="${name}">${name}</a><sup class="affiliation-links"><span class="author-sup-separator"> </span><a class="affiliation-link" href="#full-view-affiliation-${index + 1}" title="Department ${index} of Invented Medicine, University of Example, Exampleton, USA. writer${index}@medicine.example">${index + 1}</a></sup><span class="comma">,&nbsp;</span></span>`,
    )
    .join('')
  const affiliations = names
    .map(
      (_, index) =>
        `<li data-affiliation-id="full-view-affiliation-${index + 1}"><sup class="key">${index + 1}</sup> Department ${index} of Invented Medicine, University of Example, Exampleton, USA. writer${index}@medicine.example</li>`,
    )
    .join('')
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A study of invented things - PubMed</title>
<meta name="log_op" content="retrieve"><meta name="ncbi_pdid" content="abstract"><meta name="citation_pmid" content="${pmid}"><meta name="uid" content="${pmid}">
<meta name="citation_title" content="A study of invented things"><meta name="citation_date" content="2026"><meta name="citation_journal_title" content="Journal of Invented Things">
<link rel="canonical" href="https://pubmed.ncbi.nlm.nih.gov/${pmid}/"></head><body>${extra}<main id="article-details"><header id="full-view-heading" class="heading"><h1 class="heading-title">A study of invented things</h1>
<div class="inline-authors"><div class="authors"><div class="authors-list">${list}</div></div></div>
<div class="expanded-authors"><div class="affiliations"><ul class="item-list">${affiliations}</ul></div></div></header><div class="abstract"><p>Nothing was found.</p></div><section id="references"><ol>`
  const tail = '</ol></section></main></body></html>'
  let references = ''
  for (let number = 1; head.length + references.length + tail.length < bytes; number++) {
    references += `<li class="skip-numbering"><span>Writer A, Reader B. An invented reference, part ${number}. <i>J Invented Things</i>. 2025;${number}:1-9.</span> <a class="reference-link" href="/9${String(number).padStart(6, '0')}/">PubMed</a></li>\n`
  }
  return head + references + tail
}
