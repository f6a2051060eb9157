import { expect, it } from 'vitest'
import { bucketLabel, bucketName } from './buckets'

const timeZone = 'Europe/Berlin'
const may = '2026-05-11T00:00:00+02:00'

it('names a day with its year where there are several', () => {
  const year = { times: ['2026-01-05T00:00:00+01:00', may], interval: 'week' as const, timeZone }
  expect(bucketLabel(may, year)).toBe('11 May')
  expect(bucketName(may, year)).toBe('Week of 11 May')
  const years = { ...year, times: ['2024-01-01T00:00:00+01:00', may] }
  expect(bucketLabel(may, years)).toBe('11 May 2026')
  expect(bucketName(may, years)).toBe('Week of 11 May 2026')
  expect(bucketName(may, { ...years, interval: 'day' })).toBe('Mon 11 May 2026')
})

it('names a month with its year, and an hour by the clock', () => {
  expect(bucketLabel(may, { times: [may], interval: 'month', timeZone })).toBe('May 2026')
  expect(bucketLabel(may, { times: [may], interval: 'hour', timeZone })).toBe('00:00')
})
