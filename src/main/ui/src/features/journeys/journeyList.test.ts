import { describe, expect, it } from 'vitest'
import { isFiltered, isTypingOn, NO_FILTERS, readJourneyList, withJourneyList } from './journeyList'

describe('the journeys list in the address', () => {
  it('is read', () => {
    const all = { status: 'active', type: 'trigger_based', category: 'Onboarding', q: 'wel', sort: '-title' }
    expect(readJourneyList({ ...all, other: 1 })).toEqual(all)
    // Texts that look like numbers come as such.
    expect(readJourneyList({ category: 2026, q: 7 })).toEqual({ category: '2026', q: '7' })
  })

  it('is the whole list where it makes no sense, or says what is so anyhow', () => {
    expect(readJourneyList({ status: 'sleeping', type: ['x'], category: '', q: {}, sort: 'steps' })).toEqual({})
    expect(readJourneyList({ sort: '-created_at' })).toEqual({})
  })

  it('changes in one thing and keeps all others', () => {
    const before = { q: 'wel', status: 'active', exports: true } as const
    expect(withJourneyList(before, { category: 'A&B' })).toEqual({ ...before, category: 'A&B' })
    expect(withJourneyList(before, { status: '' })).toEqual({ q: 'wel', exports: true })
    expect(withJourneyList({ ...before, sort: 'title' }, NO_FILTERS)).toEqual({ exports: true, sort: 'title' })
  })

  it('is filtered or not', () => {
    expect(isFiltered({ sort: 'title' })).toBe(false)
    expect(isFiltered({ q: 'x' })).toBe(true)
    expect(isFiltered({ category: 'x' })).toBe(true)
  })

  it('makes one step back of a whole search', () => {
    expect(isTypingOn({}, { q: 'w' })).toBe(false)
    expect(isTypingOn({ q: 'w' }, { q: 'we' })).toBe(true)
    expect(isTypingOn({ q: 'we' }, { q: '' })).toBe(false)
    expect(isTypingOn({ q: 'we' }, { status: 'active' })).toBe(false)
  })
})
