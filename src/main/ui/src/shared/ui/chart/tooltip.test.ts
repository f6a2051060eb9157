import { describe, expect, it } from 'vitest'
import { shownBuckets, type ChartModel } from './model'
import { tooltipOf } from './tooltip'

const model: ChartModel = {
  title: 'Messages sent by channel',
  kind: 'stacked',
  unit: 'count',
  times: ['2026-05-11T00:00:00+02:00', '2026-05-12T00:00:00+02:00', '2026-05-13T00:00:00+02:00'],
  interval: 'day',
  timeZone: 'Europe/Berlin',
  series: [
    { key: 'push', title: 'Push', color: '--push', values: [1200, 4, null] },
    { key: 'email', title: 'Email', color: '--email', values: [34, 5, null] },
  ],
  running: 1,
}

function lines(at: number, changed: Partial<ChartModel> = {}): string[] {
  return [...tooltipOf({ ...model, ...changed }, at).children].map((line) => line.textContent)
}

describe('a tooltip', () => {
  it('has the total of a stack', () => {
    expect(lines(0)).toEqual(['Mon 11 May', 'Push1,200', 'Email34', 'Total1,234'])
  })

  it('says which bucket is still running, and that later ones have no values', () => {
    expect(lines(1)).toEqual(['Tue 12 May, so far', 'Push4', 'Email5', 'Total9'])
    expect(lines(2)).toEqual(['Wed 13 May', 'Push–', 'Email–', 'Total–'])
  })

  it('has no total of lines, or of one series', () => {
    expect(lines(0, { kind: 'line' })).toHaveLength(3)
    expect(lines(0, { series: model.series.slice(0, 1) })).toEqual(['Mon 11 May', 'Push1,200'])
  })
})

it('shows the buckets that have begun, and all beside a previous period', () => {
  expect(shownBuckets(model)).toBe(2)
  expect(shownBuckets({ ...model, running: undefined })).toBe(3)
  expect(shownBuckets({ ...model, series: model.series.map((one) => ({ ...one, previous: [1, 2, 3] })) })).toBe(3)
})
