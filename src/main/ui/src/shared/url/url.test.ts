import { describe, expect, it } from 'vitest'
import { behindOf, behindParameters, readBehind, withBehind } from './behind'
import { intervalOf } from './interval'
import { ownAddress } from './own'
import { periodQuery, readPeriod } from './period'
import { nextSort, sorted } from './sort'

describe('a period in the address', () => {
  it('is read', () => {
    expect(readPeriod({ period: '7d', compare: true })).toEqual({ period: '7d', compare: true })
    expect(readPeriod({ period: 'custom', from: '2026-05-01', to: '2026-05-07' })).toEqual({
      period: 'custom',
      from: '2026-05-01',
      to: '2026-05-07',
    })
  })

  it('is the whole time where it makes no sense', () => {
    expect(readPeriod({ period: 'tomorrow' })).toEqual({})
    expect(readPeriod({ period: 'custom', from: '2026-05-07', to: '2026-05-01' })).toEqual({})
    expect(readPeriod({ period: 'custom', from: '2026-13-45', to: '2026-13-46' })).toEqual({})
    expect(readPeriod({ period: 'custom', from: '2026-05-07' })).toEqual({})
    expect(readPeriod({ period: ['7d'] })).toEqual({})
  })

  it('becomes the parameters of the API', () => {
    expect(periodQuery({})).toEqual({ period: 'all' })
    expect(periodQuery({ period: '30d', compare: true })).toEqual({ period: '30d' })
    expect(periodQuery({ period: '30d', preceding: true })).toEqual({ period: '30d', preceding: true })
  })
})

describe('an address to go on to', () => {
  it('is one of ours', () => {
    for (const own of ['/journeys', '/', '/journeys/1?period=7d#top', '/journeys?next=https://evil.example/']) {
      expect(ownAddress(own)).toBe(own)
    }
  })

  it('is none where it leads elsewhere', () => {
    for (const other of [
      'https://evil.example/x',
      'HTTPS:evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/\r\\evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      ' /journeys',
      'journeys',
      '',
      '/\\[',
      undefined,
      ['/journeys'],
    ]) {
      expect(ownAddress(other)).toBeUndefined()
    }
  })
})

describe('a number that is opened', () => {
  const number = {
    metric: 'converted_users',
    channel: 'push',
    step: 'hello',
    goal: 'bought',
    reason: undefined,
  } as const

  it('is kept beside what else the address holds', () => {
    const address = withBehind({ period: '7d', goal: 'another' }, number)
    expect(address).toEqual({
      period: '7d',
      goal: 'another',
      behind: 'converted_users',
      in: 'push',
      at: 'hello',
      for: 'bought',
    })
    expect(behindOf(readBehind(address))).toEqual(number)
    expect(withBehind(address, undefined)).toEqual({ period: '7d', goal: 'another' })
  })

  it('may be of the clicks on one link, or on none that is named', () => {
    for (const link of ['https://example.org/?a=b', '']) {
      const clicks = { metric: 'clicked_users', channel: 'email', step: 'hello', link } as const
      expect(behindOf(readBehind(withBehind({}, clicks)))).toMatchObject(clicks)
      expect(behindParameters(clicks)).toMatchObject({ link_url: link })
    }
  })

  it('is none where nothing is named', () => {
    expect(behindOf(readBehind({ in: 'fax', at: 'hello' }))).toBeUndefined()
  })
})

describe('the interval', () => {
  it('follows from how long the period is', () => {
    expect(intervalOf({ period: 'today' })).toBe('hour')
    expect(intervalOf({ period: '30d' })).toBe('day')
    expect(intervalOf({ period: 'custom', from: '2026-01-01', to: '2026-01-02' })).toBe('hour')
    expect(intervalOf({ period: 'custom', from: '2024-01-01', to: '2026-01-02' })).toBe('week')
    expect(intervalOf({ period: 'custom', from: '1900-01-01', to: '2026-01-02' })).toBe('month')
    expect(intervalOf({})).toBe('auto')
  })
})

describe('the order of a table', () => {
  it('goes from the largest to the smallest to none', () => {
    expect(nextSort(undefined, 'sent')).toBe('-sent')
    expect(nextSort('-sent', 'sent')).toBe('sent')
    expect(nextSort('sent', 'sent')).toBeUndefined()
    expect(nextSort('sent', 'opened')).toBe('-opened')
  })

  it('goes from A to Z first where names are ordered', () => {
    expect(nextSort(undefined, 'title', true)).toBe('title')
    expect(nextSort('title', 'title', true)).toBe('-title')
    expect(nextSort('-title', 'title', true)).toBeUndefined()
  })

  it('puts what has no value last, in either direction', () => {
    const rows = [{ sent: 2 }, { sent: null }, { sent: 3 }]
    const valueOf = (row: { sent: number | null }) => row.sent
    expect(sorted(rows, 'sent', valueOf).map((row) => row.sent)).toEqual([2, 3, null])
    expect(sorted(rows, '-sent', valueOf).map((row) => row.sent)).toEqual([3, 2, null])
    expect(sorted(rows, undefined, valueOf)).toBe(rows)
  })
})
