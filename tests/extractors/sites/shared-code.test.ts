import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedCode } from '../../../src/extractors/sites/shared-code'

describe('what the reader lends to its parts', () => {
  const text = readFileSync(new URL('../../../src/extractors/sites/shared-code.ts', import.meta.url), 'utf8')
  const imported = [...text.matchAll(/^import \{([^}]+)\} from '[^']+'/gm)].flatMap(([, names = '']) =>
    names.split(',').flatMap((name) => name.trim() || []),
  )
  const listed = /sharedCode = \[([^\]]+)\]/
    .exec(text)?.[1]
    ?.split(',')
    .flatMap((name) => name.trim() || [])

  it('stands in the list in the order of the imports, by which the parts find it', () => {
    expect(listed).toEqual(imported)
  })

  it('is all there', () => {
    expect(sharedCode).toHaveLength(imported.length)
    expect(sharedCode).not.toContain(undefined)
  })
})
