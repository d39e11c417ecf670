/** A name as a query writes it. */
export interface QueriedName {
  /** "Gumz ML", "gumz michelle", "Gumz, Michelle L". */
  text: string
  /** Where in the author list the query wants it. */
  place: 'any' | 'first' | 'last'
}

/**
 * Field tags that mean a human author, without blanks and hyphens: au, author, 1au, author - first, last author name,
 * lastau, fau, full author name. Corporate authors, identifiers and investigators are none.
 */
const authorTag = /^(1|first|last|f|full)?au(th(ors?)?)?(first|last|full)?(name)?$/

/**
 * The human authors a PubMed query names, each once; what stands behind NOT is left out. `isAuthorLink`: the address
 * carries `cauthor_id`, and then a query without any tag is itself the name.
 */
export function listQueriedNames(term: string, isAuthorLink: boolean): QueriedName[] {
  const names: QueriedName[] = []
  const groups = [false]
  let isNegated = false
  let isPlain = isAuthorLink
  let text = ''
  const add = (place: QueriedName['place']) => {
    const name = text.replace(/\*|^[\s,;]+|[\s,;]+$/g, '').replace(/\s+/g, ' ')
    if (/\p{L}/u.test(name) && name.length < 100 && name.split(' ').length < 7)
      names.push({ text: name, place })
  }
  for (const [, bracket, operator, quoted, tag, word] of term
    .slice(0, 4000)
    .matchAll(/([()])|\b(AND|OR|NOT)\b|"([^"]*)"|\[([^\]]*)\]|([^\s()[\]"]+)/g)) {
    const piece = quoted ?? word
    if (piece !== undefined) {
      text += ` ${piece}`
      continue
    }
    isPlain = false
    const isOut = isNegated || groups.at(-1) === true
    if (bracket === '(') groups.push(isOut)
    else if (bracket) groups.pop()
    const field = (tag ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')
    if (!isOut && authorTag.test(field))
      add(/1|first/.test(field) ? 'first' : /last/.test(field) ? 'last' : 'any')
    isNegated = operator === 'NOT'
    text = ''
  }
  if (isPlain) add('any')
  // "Gumz M OR Gumz ML" is one person written twice: the longer form stays.
  return names.filter(({ text: own }, index) =>
    names.every(({ text: other }, at) => {
      const isLonger = other.length > own.length || (other.length === own.length && at < index)
      return !isLonger || !other.toLowerCase().startsWith(own.toLowerCase())
    }),
  )
}
