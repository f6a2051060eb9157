import type { Schemas } from '@/shared/api/client'
import { reasonInWords } from './reasons'

type Event = Schemas['TimelineEvent']

/** What happened, of a step or message by its name. */
const words: Record<Event['type'], (at: string) => string> = {
  entered: () => 'Entered the journey',
  step_entered: (at) => `Reached ${at}`,
  step_completed: (at) => `Completed ${at}`,
  exited: () => 'Left the journey',
  dropped: () => 'Dropped off',
  message_sent: (at) => `${at} was sent`,
  message_failed: (at) => `${at} could not be delivered`,
  message_skipped: (at) => `${at} was skipped`,
  message_delivered: (at) => `${at} was delivered`,
  message_opened: (at) => `Opened ${at}`,
  message_clicked: (at) => `Clicked in ${at}`,
  message_read: (at) => `Read ${at}`,
  message_shown: (at) => `${at} was shown`,
  message_interacted: (at) => `Interacted with ${at}`,
  message_dismissed: (at) => `Dismissed ${at}`,
  message_unsubscribed: (at) => `Unsubscribed from ${at}`,
  message_hard_bounced: (at) => `${at} was refused for good`,
  message_soft_bounced: (at) => `${at} was refused for the time being`,
  message_complained: (at) => `Reported ${at} as spam`,
  goal_reached: () => 'Reached a goal',
  custom: () => 'Custom event',
}

/** An event as a sentence: `Opened “Welcome”`. */
export function eventInWords(event: Event): string {
  return words[event.type](event.step_name === null ? 'a message' : `“${event.step_name}”`)
}

/** What else is known of it, in a few words: why, which link, which goals. */
export function detailsOf(event: Event, goalName: (id: string) => string): readonly string[] {
  return [
    event.type === 'exited' && event.reason === 'cancel_event' && event.event_name !== null
      ? `Cancel event: ${event.event_name}`
      : event.reason === null
        ? null
        : reasonInWords(event.reason),
    event.type === 'custom' ? event.event_name : null,
    event.link_url,
    ...event.goal_ids.map((id) => `Goal: ${goalName(id)}`),
    event.type === 'custom' || event.type === 'goal_reached' ? propertiesInWords(event.properties) : null,
  ].filter((detail) => detail !== null)
}

/** The properties of an event in a line: `amount 39.95 · currency EUR`; null where it has none. */
function propertiesInWords(properties: Event['properties']): string | null {
  const given: Readonly<Record<string, unknown>> = properties ?? {}
  const all = Object.entries(given).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return all.length === 0 ? null : all.join(' · ')
}

/** The events of a page or several, by the trip that they lie in, in their order. */
export function byTrip(
  events: readonly Event[],
): readonly { readonly trip: number | null; readonly events: Event[] }[] {
  const trips: { trip: number | null; events: Event[] }[] = []
  for (const event of events) {
    const last = trips.at(-1)
    if (last?.trip === event.trip) {
      last.events.push(event)
    } else {
      trips.push({ trip: event.trip, events: [event] })
    }
  }
  return trips
}
