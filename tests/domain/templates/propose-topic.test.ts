import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeTopic } from '../../../src/domain/templates/propose-topic'

describe('the proposed topic of a paper', () => {
  it.each([
    [
      'Sleep duration and recovery after stroke: a prospective cohort study.',
      'sleep duration and recovery after stroke',
    ],
    [
      'The Effect of Night Shifts on Medication Errors Among Surgical Residents',
      'night shifts on medication errors among surgical residents',
    ],
    ['[Treatment of osteoporosis in elderly men].', 'treatment of osteoporosis in elderly men'],
    [
      'PRISM-2: early mobilization after hip fracture in frail adults',
      'early mobilization after hip fracture in frail adults',
    ],
    [
      'Association between vitamin D levels and asthma control in urban children with obesity and eczema',
      'vitamin D levels and asthma control',
    ],
    [
      'Systematic review of ketamine for refractory status epilepticus',
      'ketamine for refractory status epilepticus',
    ],
    ['IL-6 Signaling in Giant Cell Arteritis', 'IL-6 signaling in giant cell arteritis'],
    [
      'Does early palliative care improve quality of life in heart failure?',
      'does early palliative care improve quality of life',
    ],
    ["Tremor in Parkinson's Disease", "tremor in Parkinson's disease"],
  ])('%s', (title, topic) => {
    expect(proposeTopic(title)).toBe(topic)
  })

  it('is never longer than eight words, never ends on a preposition, never fails', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('of', 'the', 'in', 'Effect', ':', '-', '(A', 'B)', 'trial', 'MRI'),
            fc.string(),
          ),
          { maxLength: 20 },
        ),
        (parts) => {
          const topic = proposeTopic(parts.join(' '))
          expect(topic.split(' ').length).toBeLessThanOrEqual(8)
        },
      ),
    )
    expect(proposeTopic('')).toBe('')
    expect(
      proposeTopic(
        'Outcomes of surgery for ruptured aneurysm of the descending aorta with dissection in the elderly',
      ),
    ).not.toMatch(/ (of|the|in|with)$/)
  })
})
