import { describe, expect, it } from 'vitest'
import type { ChartModel } from './model'
import { chartOptions, type Look } from './options'

interface Drawn {
  readonly series: readonly { readonly name?: string; readonly type: string; readonly data: readonly unknown[] }[]
}

const look: Look = { color: (property) => property, font: 'Inter', hatching: 'hatched' }
const model: ChartModel = {
  title: 'Entrances',
  kind: 'line',
  unit: 'count',
  times: ['2026-05-10T00:00:00+02:00', '2026-05-11T00:00:00+02:00', '2026-05-12T00:00:00+02:00'],
  interval: 'day',
  timeZone: 'Europe/Berlin',
  series: [{ key: 'entrances', title: 'Entrances', color: '--push', values: [3, 4, 1], previous: [1, 2, 9, 9] }],
  running: true,
}

const drawn = (changed: Partial<ChartModel>) =>
  (chartOptions({ ...model, ...changed }, look, () => document.createElement('div')) as unknown as Drawn).series

describe('a drawn chart', () => {
  it('ends its lines with the last whole bucket, and shows the running one apart and hatched', () => {
    const [line, running, before, hatched] = drawn({})
    expect(line?.data).toEqual([3, 4])
    expect(running?.data).toEqual([null, null, 1])
    expect(before?.data).toEqual([1, 2, 9])
    expect(hatched?.data).toEqual([null, null, 1])
  })

  it('draws a line to its end where nothing goes on any more', () => {
    expect(drawn({ running: false }).map((series) => series.data)).toEqual([
      [3, 4, 1],
      [1, 2, 9],
    ])
  })

  it('shows bars whole, as a short bar is no fall', () => {
    expect(drawn({ kind: 'bar' })[0]?.data).toEqual([3, 4, 1])
  })
})
