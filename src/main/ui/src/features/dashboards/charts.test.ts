import { describe, expect, it } from 'vitest'
import { chartOf } from './charts'
import type { View } from './useView'

const view: View = {
  journeyId: 'j',
  journey: undefined,
  period: { period: '7d' },
  previous: undefined,
  timeZone: 'Europe/Berlin',
  interval: 'day',
}
interface Point {
  readonly time: string
  readonly sent: number | null
}

const points: readonly Point[] = [
  { time: '2026-05-11T00:00:00+02:00', sent: 3 },
  { time: '2026-05-12T00:00:00+02:00', sent: null },
]
const lines = [{ key: 'sent', title: 'Sent', of: (point: Point) => point.sent }]
const head = { title: 'Messages', kind: 'line' } as const

describe('a chart', () => {
  it('has a value a bucket', () => {
    const model = chartOf(
      head,
      view,
      { points, interval: undefined, before: undefined, asOf: Date.parse('2026-05-12T12:00:00Z') },
      lines,
    )
    expect(model?.series[0]?.values).toEqual([3, null])
    expect(model?.series[0]?.previous).toBeUndefined()
  })

  it('knows which bucket is still running', () => {
    const at = (time: string) =>
      chartOf(head, view, { points, interval: undefined, before: undefined, asOf: Date.parse(time) }, lines)?.running
    expect(at('2026-05-12T21:59:00Z')).toBe(1)
    expect(at('2026-05-12T22:01:00Z')).toBeUndefined()
  })

  it('has no values after the time that its data reaches', () => {
    const hours: readonly Point[] = ['00', '01', '02', '03'].map((hour) => ({
      time: `2026-05-12T${hour}:00:00+02:00`,
      sent: 0,
    }))
    const model = chartOf(
      head,
      { ...view, interval: 'hour' },
      { points: hours, interval: undefined, before: hours, asOf: Date.parse('2026-05-11T23:27:00Z') },
      lines,
    )
    expect(model?.times).toHaveLength(4)
    expect(model?.series[0]?.values).toEqual([0, 0, null, null])
    expect(model?.series[0]?.previous).toEqual([0, 0, 0, 0])
    expect(model?.running).toBe(1)
    const future = chartOf(
      head,
      view,
      { points, interval: undefined, before: undefined, asOf: Date.parse('2026-05-10T00:00:00Z') },
      lines,
    )
    expect(future?.series[0]?.values).toEqual([null, null])
    expect(future?.running).toBeUndefined()
  })

  it('has the interval that the answer says where the service has chosen it', () => {
    const auto = { ...view, interval: 'auto' as const }
    const all = { points, before: undefined, asOf: Date.parse('2026-05-16T00:00:00Z') }
    expect(chartOf(head, auto, { ...all, interval: 'week' }, lines)).toMatchObject({ interval: 'week', running: 1 })
    expect(chartOf(head, auto, { ...all, interval: undefined }, lines)).toBeUndefined()
    expect(chartOf(head, view, { ...all, interval: undefined }, lines)).toMatchObject({
      interval: 'day',
      running: undefined,
    })
  })

  it('is not drawn before its numbers are there', () => {
    expect(
      chartOf(head, view, { points: undefined, interval: undefined, before: undefined, asOf: undefined }, []),
    ).toBeUndefined()
  })

  it('has the period before behind its lines, but not behind a pile', () => {
    const both = { points, interval: undefined, before: points, asOf: 0 }
    expect(chartOf(head, view, both, lines)?.series[0]?.previous).toEqual([3, null])
    expect(chartOf({ ...head, kind: 'stacked' }, view, both, lines)?.series[0]?.previous).toBeUndefined()
  })
})
