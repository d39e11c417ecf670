import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from '../../src/ui/shared/words/en'
import { say } from '../../src/ui/shared/words/say'

/** Message ids that the sources of a folder make, with the names of their parameters where they are written there. */
function listMessageIds(folder: string): string[] {
  const root = new URL(`../../${folder}/`, import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const text = files.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n')
  return [...text.matchAll(/'((?:error|change|store|merge|backup)\.[a-z-]+)'/g)].map(
    (match) => match[1] as string,
  )
}

const ids = [...new Set([...listMessageIds('src/store'), ...listMessageIds('src/domain/person')])]

describe('messages of the store', () => {
  it('are found in the sources', () => {
    expect(ids.length).toBeGreaterThan(40)
    expect(ids).toContain('change.person-saved')
    expect(ids).toContain('error.backup-cut')
  })

  it.each(ids)('%s has words in the catalogue, and no gap is left in them', (id) => {
    expect(messages[id]).toMatch(/^[A-Z].*[^\s]$/)
    const params = { name: 'Jane Doe', count: 2, joined: 1, goal: 'R2.1', until: '2026-12-20', field: 'note' }
    expect(say(messages[id] as string, params)).not.toMatch(/[{}|]/)
  })
})
