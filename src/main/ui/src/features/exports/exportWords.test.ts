import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/shared/api/client'
import { daysOf, formOf } from './exportForm'
import { journeysInWords, outcomeInWords, periodInWords, progressInWords, subjectInWords } from './exportWords'

const zone = 'Europe/Berlin'

const about: Schemas['ExportAbout'] = {
  period: '7d',
  from: '2026-10-19T22:00:00Z',
  to: '2026-10-26T23:00:00Z',
  tz: zone,
  journey_id: null,
  goal: null,
  channel: null,
  step_id: null,
  filters: { status: 'active', category: null, type: null, q: 'wel', search: null },
  bom: true,
  raw: false,
}

const running: Schemas['Export'] = {
  id: 'e',
  status: 'running',
  kind: 'journeys',
  about,
  created_by: 'k',
  created_at: '2026-10-26T10:00:00Z',
  started_at: '2026-10-26T10:00:01Z',
  finished_at: null,
  expires_at: null,
  rows_written: 4200,
  rows_total: 10_000,
  progress: 0.42,
  error: null,
  file: null,
}

describe('what an export is about', () => {
  it('is which journeys', () => {
    expect(journeysInWords({})).toBe('All journeys')
    expect(journeysInWords({ status: 'active', type: 'trigger_based', category: 'Onboarding', q: 'wel' })).toBe(
      'Active · Onboarding · Trigger-based · “wel” in the title',
    )
    expect(subjectInWords(running)).toBe('Active · “wel” in the title')
  })

  it('is whose users, by the names of the journey where they are known', () => {
    const filters = { status: 'exited', category: null, type: null, q: null, search: 'u-1' }
    expect(subjectInWords({ kind: 'users', about: { ...about, filters } })).toBe('Exited · ID begins with “u-1”')
    const journey = {
      title: 'Welcome',
      goals: [{ id: 'g', name: 'Bought' }],
      steps: [],
    } as unknown as Schemas['Journey']
    const none = { ...filters, status: null, search: null }
    expect(
      subjectInWords({ kind: 'messages', about: { ...about, channel: 'in_app', goal: 'g', filters: none } }, journey),
    ).toBe('Welcome · In-app · Bought')
  })

  it('is days of its zone, also when the clocks change', () => {
    expect(daysOf(about)).toEqual({ from: '2026-10-20', to: '2026-10-26' })
    expect(periodInWords(about, zone)).toBe('7 days (20 Oct 2026 – 26 Oct 2026)')
    expect(periodInWords({ ...about, period: 'custom' }, 'Asia/Kathmandu')).toBe(
      '20 Oct 2026 – 26 Oct 2026, days in Europe/Berlin',
    )
    expect(periodInWords({ ...about, period: 'all', from: null, to: null }, zone)).toBe('Overall')
  })
})

it('asks for the same days again on a later day', () => {
  expect(formOf(running)).toEqual({
    kind: 'journeys',
    period: 'custom',
    from: '2026-10-20',
    to: '2026-10-26',
    tz: zone,
    journey_id: null,
    goal: null,
    channel: null,
    step_id: null,
    filters: about.filters,
    bom: true,
    raw: false,
  })
  expect(formOf({ kind: 'journeys', about: { ...about, period: 'all', from: null, to: null } })).toMatchObject({
    period: 'all',
  })
})

describe('how far an export is', () => {
  it('is given in rows, and in percent if the total is known', () => {
    expect(progressInWords(running)).toBe('42% · 4,200 of 10,000 rows')
    expect(progressInWords({ ...running, progress: 0.9999, rows_written: 9999 })).toBe('99% · 9,999 of 10,000 rows')
    expect(progressInWords({ ...running, progress: null, rows_total: null })).toBe('4,200 rows so far')
    expect(progressInWords({ ...running, progress: null, rows_total: null, rows_written: 0 })).toBe('Starting…')
  })

  it('is that it waits, and why if it was tried before', () => {
    const queued = { ...running, status: 'queued', progress: 0, rows_written: 0, rows_total: null } as const
    expect(progressInWords(queued)).toBe('Queued')
    expect(progressInWords({ ...queued, error: 'The store is away.' })).toBe('Retrying soon. The store is away.')
  })

  it('is what came of it', () => {
    const file = { name: 'a.csv', size: 2100, sha256: '' }
    const expires = '2026-11-02T10:00:00Z'
    expect(outcomeInWords({ ...running, status: 'ready', rows_written: 1, file, expires_at: expires }, zone)).toEqual([
      '1 row',
      '2.1 kB',
      'kept until 2 Nov 2026, 11:00',
    ])
    expect(outcomeInWords({ ...running, status: 'failed', error: 'No room.' }, zone)).toEqual(['No room.'])
  })
})
