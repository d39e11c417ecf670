import { useEffect, useRef, useState } from 'preact/hooks'
import { toMatchQuery } from '../../domain/person/match-query'
import { ask } from '../../messaging/client'
import type { Request } from '../../messaging/protocol'
import type { ListedPerson, Marks } from './listing-state'

/** People asked about in one message: an answer takes a moment, and the marks come in as they are known. */
const chunkSize = 200

type Asked = Request<'capture.known'>['people'][number]

function askedOf({ draft }: ListedPerson): Asked {
  const { names, emails, pmids, affiliations, dois = [], titles = [], links = [] } = toMatchQuery(draft)
  return {
    names,
    emails: [...emails],
    pmids: [...pmids],
    affiliations: [...affiliations],
    dois: [...dois],
    titles: [...titles],
    links: [...links],
  }
}

/**
 * Whom of a listing the log knows, asked in chunks from the top. `again` forgets the answers and asks anew; it resolves
 * when all are in.
 */
export function useMarks(list: readonly ListedPerson[]) {
  const [marks, setMarks] = useState<Marks>(new Map())
  const [hasFailed, setFailed] = useState(false)
  const run = useRef(0)
  const again = async (): Promise<Marks | null> => {
    const mine = ++run.current
    let known: Marks = new Map()
    setFailed(false)
    setMarks(known)
    for (let start = 0; start < list.length; start += chunkSize) {
      const chunk = list.slice(start, start + chunkSize)
      try {
        const answer = await ask('capture.known', { people: chunk.map(askedOf) })
        if (mine !== run.current) return null
        known = new Map([...known, ...chunk.map((one, at) => [one.key, answer.marks[at] ?? null] as const)])
        setMarks(known)
      } catch {
        if (mine === run.current) setFailed(true)
        return null
      }
    }
    return known
  }
  useEffect(() => {
    void again()
    return () => {
      run.current += 1
    }
  }, [list])
  return { marks, hasFailed, again }
}
