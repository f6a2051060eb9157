import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/shared/api/client'
import { byTrip, detailsOf, eventInWords } from './timeline'

type Event = Schemas['TimelineEvent']

function event(change: Partial<Event>): Event {
  return {
    time: '2026-03-07T15:00:00Z',
    type: 'entered',
    trip: 1,
    step_id: null,
    step_name: null,
    channel: null,
    message: null,
    reason: null,
    goal_ids: [],
    event_name: null,
    link_url: null,
    hwid: null,
    properties: null,
    ...change,
  }
}

describe('an event in words', () => {
  it('names the step', () => {
    expect(eventInWords(event({ type: 'message_opened', step_name: 'Welcome' }))).toBe('Opened “Welcome”')
    expect(eventInWords(event({}))).toBe('Entered the journey')
  })

  it('says why, where and for which goal', () => {
    const name = (id: string) => id.toUpperCase()
    expect(detailsOf(event({ type: 'exited', reason: 'cancel_event', event_name: 'refund' }), name)).toEqual([
      'Cancel event: refund',
    ])
    expect(detailsOf(event({ type: 'custom', event_name: 'purchase', goal_ids: ['buy'] }), name)).toEqual([
      'purchase',
      'Goal: BUY',
    ])
    // The API's description does not know which properties there may be.
    const properties = { amount: 39.95, currency: 'EUR', items: [{ sku: 7 }] } as unknown as Event['properties']
    expect(detailsOf(event({ type: 'goal_reached', goal_ids: ['buy'], properties }), name)).toEqual([
      'Goal: BUY',
      'amount 39.95 · currency EUR · items [{"sku":7}]',
    ])
    expect(detailsOf(event({ type: 'message_failed', reason: 'no_device' }), name)).toEqual(['No device known'])
  })
})

describe('trips', () => {
  it('are the events from one entrance to the next', () => {
    const events = [event({ trip: null }), event({ trip: 1 }), event({ trip: 1 }), event({ trip: 2 })]
    expect(byTrip(events).map(({ trip, events: some }) => [trip, some.length])).toEqual([
      [null, 1],
      [1, 2],
      [2, 1],
    ])
  })
})
