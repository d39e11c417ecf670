import { describe, expect, it } from 'vitest'
import { countSentences } from '../../../src/domain/spoken/spoken-line'

describe('sentences as a listener counts them', () => {
  it.each([
    ['', 0],
    ['...', 0],
    ['Good morning', 1],
    ['Good morning. How are you?', 2],
    ['I worked with Dr. Lee and Prof. Ortiz.', 1],
    ['Really?! Yes.', 2],
    ['It was 2.5 weeks.', 1],
  ])('%j: %i', (text, count) => {
    expect(countSentences(text)).toBe(count)
  })
})
