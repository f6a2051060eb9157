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
  running: 2,
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

  it('draws nothing after the running bucket, which is hatched wherever it is', () => {
    const series = [{ key: 'e', title: 'E', color: '--push', values: [3, 4, 5, null], previous: [1, 2, 9, 8] } as const]
    const times = [...model.times, '2026-05-13T00:00:00+02:00']
    const [line, running, before, hatched] = drawn({ series, times, running: 2 })
    expect(line?.data).toEqual([3, 4])
    expect(running?.data).toEqual([null, null, 5, null])
    expect(before?.data).toEqual([1, 2, 9, 8])
    expect(hatched?.data).toEqual([null, null, 1, null])
    expect(drawn({ kind: 'bar', series, times, running: 2 })[0]?.data).toEqual([3, 4, 5, null])
  })

  it('hatches the only bucket', () => {
    const series = [{ key: 'e', title: 'E', color: '--push', values: [3] } as const]
    expect(drawn({ series, times: model.times.slice(0, 1), running: 0 }).map(({ data }) => data)).toEqual([
      [],
      [3],
      [1],
    ])
  })

  it('draws a line to its end where nothing goes on any more', () => {
    expect(drawn({ running: undefined }).map((series) => series.data)).toEqual([
      [3, 4, 1],
      [1, 2, 9],
    ])
  })

  it('shows what no line leads to', () => {
    const series = [{ key: 'p95', title: 'p95', color: '--push', values: [5, null, 6, 7, null, 8] } as const]
    expect(drawn({ series, running: undefined }).map(({ data }) => data)).toEqual([
      [5, null, 6, 7, null, 8],
      [5, null, null, null, null, 8],
    ])
    expect(drawn({ series, running: 5 })[1]?.data).toEqual([5, null, null, null, null])
  })

  it('parts an axis of durations at whole minutes', () => {
    const series = [{ key: 'p95', title: 'p95', color: '--push', values: [null, 41 * 60_000, 90_000] } as const]
    const { yAxis } = chartOptions({ ...model, unit: 'duration', series }, look, () => document.createElement('div'))
    expect((yAxis as { interval: number; max: number }[])[0]).toMatchObject({
      interval: 10 * 60_000,
      max: 50 * 60_000,
    })
  })

  it('shows bars whole, as a short bar is no fall', () => {
    expect(drawn({ kind: 'bar' })[0]?.data).toEqual([3, 4, 1])
  })
})
