import { describe, expect, it } from 'vitest'
import { readContributors, selectedMetric, withContributors } from './contributors'
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
    expect(readPeriod({ period: 'custom', from: '2026-02-30', to: '2026-03-04' })).toEqual({})
    expect(readPeriod({ period: 'custom', from: '2027-99-01', to: 'x' })).toEqual({})
    expect(readPeriod({ period: 'custom', from: '2026-05-07' })).toEqual({})
    expect(readPeriod({ period: ['7d'] })).toEqual({})
  })

  it('has an interval of charts if one is chosen', () => {
    expect(readPeriod({ period: '7d', interval: 'week' })).toEqual({ period: '7d', interval: 'week' })
    expect(readPeriod({ interval: 'month' })).toEqual({ interval: 'month' })
    expect(readPeriod({ period: '7d', interval: 'minute' })).toEqual({ period: '7d' })
    expect(periodQuery({ period: '7d', interval: 'week' })).toEqual({ period: '7d' })
  })

  it('becomes the parameters of the API', () => {
    expect(periodQuery({})).toEqual({ period: 'all' })
    expect(periodQuery({ period: '30d', compare: true })).toEqual({ period: '30d' })
    expect(periodQuery({ period: '30d', preceding: 'elapsed' })).toEqual({ period: '30d', preceding: 'elapsed' })
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

describe('a number whose users are listed', () => {
  const number = { metric: 'converted_users', channel: 'push', step: 'hello', goal: 'bought' } as const

  it('is kept beside the channel and goal of the page', () => {
    const address = withContributors({ period: '7d', channel: 'email', goal: 'another' }, number)
    expect(address).toEqual({
      period: '7d',
      channel: 'email',
      goal: 'another',
      'users.metric': 'converted_users',
      'users.channel': 'push',
      'users.step': 'hello',
      'users.goal': 'bought',
    })
    expect(selectedMetric(address)).toEqual(number)
    expect(selectedMetric({ ...readContributors(address) })).toEqual(number)
    const other = withContributors(address, { metric: 'exits' })
    expect(other).toEqual({ period: '7d', channel: 'email', goal: 'another', 'users.metric': 'exits' })
    expect(withContributors(address, undefined)).toEqual({ period: '7d', channel: 'email', goal: 'another' })
  })

  it.each([
    { metric: 'clicked_users', channel: 'email', step: 'hello', link_url: 'https://example.org/?a=b' },
    { metric: 'clicked_users', channel: 'email', step: 'hello', link_url: '' },
    { metric: 'delivery_issues', channel: 'sms', reason: 'blocked' },
    { metric: 'unattributed', channel: 'push', goal: 'bought', attribution: 'last', touch: 'opened_else_sent' },
    { metric: 'passages', from_step: 'hello', to_step: 'bye' },
    { metric: 'passages', from_step: 'hello', end: 'dropped' },
  ] as const)('comes back from the address as it went in: %o', (selector) => {
    expect(selectedMetric(withContributors({}, selector))).toEqual(selector)
  })

  it('leaves out what makes no sense', () => {
    expect(readContributors({ 'users.channel': 'push', 'users.step': 'hello' })).toEqual({})
    expect(
      readContributors({ 'users.metric': 'exits', 'users.channel': 'fax', 'users.step': ['a'], 'users.touch': 'any' }),
    ).toEqual({ 'users.metric': 'exits' })
    // A step whose id looks like a number.
    expect(selectedMetric({ 'users.metric': 'entered', 'users.step': 7 })).toEqual({ metric: 'entered', step: '7' })
  })

  it('is found in links of earlier versions', () => {
    const former = {
      behind: 'converted_users',
      in: 'email',
      at: 'hello',
      for: 'bought',
      because: 'blocked',
      on: 'https://example.org',
      credit: 'first',
      touched: 'opened_else_sent',
      after: 'hello',
      next: 'bye',
      end: 'exited',
    }
    const selector = {
      metric: 'converted_users',
      channel: 'email',
      step: 'hello',
      goal: 'bought',
      reason: 'blocked',
      link_url: 'https://example.org',
      attribution: 'first',
      touch: 'opened_else_sent',
      from_step: 'hello',
      to_step: 'bye',
      end: 'exited',
    }
    expect(selectedMetric({ ...former, period: '7d', channel: 'push', step: 'wait' })).toEqual(selector)
    expect(selectedMetric({ ...readContributors(former) })).toEqual(selector)
    expect(readContributors({ behind: 'clicked_users', on: '-' })).toEqual({
      'users.metric': 'clicked_users',
      'users.link_url': '',
    })
    // Without a metric, the former names mean nothing.
    expect(readContributors({ in: 'push', at: 'hello' })).toEqual({})
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

  it('is the chosen one', () => {
    expect(intervalOf({ interval: 'month' })).toBe('month')
    expect(intervalOf({ period: 'today', interval: 'day' })).toBe('day')
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
