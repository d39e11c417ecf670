import { describe, expect, it } from 'vitest'
import { templates } from '../../../seeds/templates'
import { listPacketValues, packetPoints } from '../../../src/domain/letters/packet'
import { fillTemplate } from '../../../src/domain/templates/fill-template'
import { sampleValues } from '../../../src/domain/templates/template-seed'
import { makeLetter } from '../../fixtures/road/make-records'

describe('the packet', () => {
  const mail = templates.find((template) => template.id === 'T14')
  if (!mail) throw new Error('seeds/templates has no T14')
  const points = ['Short presentations', 'Follows up', 'Teaches peers', 'Led the handoff project', 'A fifth']

  it('carries four points in their order, and the agreed day', () => {
    const values = listPacketValues(mail.slots, makeLetter({ highlights: points }), 'Sep 1')
    const { body } = fillTemplate(mail, { ...sampleValues, ...values })
    const places = points.slice(0, packetPoints.max).map((point) => body.indexOf(point))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(body).toContain('Sep 1')
    expect(body).not.toContain('A fifth')
  })

  it('leaves out a point that is not there, and the day where none was agreed', () => {
    const values = listPacketValues(mail.slots, makeLetter({ highlights: points.slice(0, 3) }), '')
    const { body, missing } = fillTemplate(mail, { ...sampleValues, ...values })
    expect(body).not.toMatch(/^4\./m)
    expect(missing.map(({ label }) => label).join(' ')).not.toMatch(/deadline|point/)
  })
})
