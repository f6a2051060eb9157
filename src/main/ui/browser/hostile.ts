import { request } from '@playwright/test'
import { address, json } from './support'

const CHANNELS = ['email', 'push', 'sms', 'whatsapp', 'in_app'] as const
const MESSAGES = 40
const GOALS = 25
const LINKS = 300
const EVENTS_OF_ONE = 5_000
const MINUTE = 60_000

/** As long as a title may be. */
export const longTitle =
  'A journey whose title is as long as a title may be, for Unternehmenskommunikationsbeauftragte '
    .repeat(3)
    .slice(0, 199)
    .concat('.')

/** A user of whom there are thousands of events. */
export const busyUser =
  'user with\u00a0an id as long as ids of users get if an app makes them of an email address@example.com'

/** The message with hundreds of links. */
export const linkedMessage = nameOf(0)

interface Sent {
  readonly type: string
  readonly user: string
  readonly minute: number
  readonly [field: string]: unknown
}

/** A journey that is larger than a page is made for, of the tenant with that key; answers its address. */
export async function sendHostileJourney(key: string): Promise<string> {
  const api = await request.newContext({ baseURL: address, extraHTTPHeaders: { Authorization: `Bearer ${key}` } })
  const { id } = await json<{ id: string }>(api.post('/api/v1/journeys', { data: definition() }))
  await json(api.post(`/api/v1/journeys/${id}/activate`))
  const start = Date.now() - 20 * 24 * 60 * MINUTE
  const data = [...busyEvents(), ...clicks()].map(({ user, minute, ...others }, at) => ({
    event_id: `${id}/${String(at)}`,
    time: new Date(start + minute * MINUTE).toISOString(),
    user_id: user,
    ...(others.type === 'custom' ? {} : { journey_id: id }),
    ...others,
  }))
  await json(api.post('/api/v1/events', { data }))
  await api.dispose()
  return `/journeys/${id}`
}

function definition() {
  const messages = Array.from({ length: MESSAGES }, (_, at) => ({
    id: `message ${String(at)}`,
    name: nameOf(at),
    kind: 'message',
    channel: channelOf(at),
  }))
  return {
    title: longTitle,
    category: 'Onboarding',
    type: 'trigger_based',
    steps: [{ id: 'entry', name: 'Signed up', kind: 'entry' }, ...messages],
    goals: Array.from({ length: GOALS }, (_, at) => ({
      id: `goal ${String(at)}`,
      name:
        at === 3
          ? longTitle.replace('A journey', 'Goal 3')
          : `Goal ${String(at)}, ${at % 2 === 0 ? 'bought' : 'bought something in the category of shoes, shirts and jackets'}`,
      event_name: 'purchase',
      filters: at % 2 === 0 ? [] : [{ property: 'category', op: 'eq', value: 'shoes, shirts and jackets'.repeat(4) }],
      conversion_period_days: 30,
      value_property: 'amount',
      currency_property: 'currency',
    })),
  }
}

/** The first one is of email, as all are that are looked at. */
function channelOf(message: number): string {
  return CHANNELS[message % 3 === 0 ? 0 : message % CHANNELS.length] ?? 'email'
}

function nameOf(message: number): string {
  return message % 4 === 0
    ? `Message ${String(message)} about everything that is new this week in all of our shops`
    : `Message ${String(message)}`
}

/** One user's way through all messages, again and again; what the user buys has a value now and then. */
function busyEvents(): readonly Sent[] {
  const events: Sent[] = []
  const note = (type: string, fields: Record<string, unknown> = {}) => {
    events.push({ type, user: busyUser, minute: events.length, ...fields })
  }
  while (events.length < EVENTS_OF_ONE) {
    note('entered')
    for (let at = 0; at < MESSAGES; at++) {
      const channel = channelOf(at)
      const step = { step_id: `message ${String(at)}`, channel }
      const message = { ...step, message_id: `busy/${String(events.length)}` }
      note('step_entered', step)
      note(channel === 'in_app' ? 'message_shown' : 'message_sent', message)
      note('step_completed', step)
    }
    const amounts = [1_234_567.5, -3, 'unknown', 0.0001]
    const amount = amounts[Math.floor(events.length / 100) % amounts.length]
    note('custom', { event_name: 'purchase', properties: { amount, currency: 'EUR', list: [{ nested: true }] } })
  }
  return events
}

/** Many users, each of whom gets one message and clicks on a link of it, and some of whom buy. */
function clicks(): readonly Sent[] {
  return Array.from({ length: LINKS }, (_, at): readonly Sent[] => {
    const user = `user ${String(at)}`
    const message = { step_id: 'message 0', channel: 'email', message_id: `click/${String(at)}` }
    const link = `https://shop.example/${'a-path-that-goes-on-and-on/'.repeat(at % 6)}?number=${String(at)}`
    return [
      { type: 'entered', user, minute: at },
      { type: 'message_sent', user, minute: at, ...message },
      { type: 'message_delivered', user, minute: at + 1 + (at % 50), ...message },
      { type: 'message_clicked', user, minute: at + 100, link_url: link, ...message },
      ...(at % 5 === 0
        ? [
            {
              type: 'custom',
              user,
              minute: at + 200,
              event_name: 'purchase',
              properties: { amount: at, currency: 'GBP' },
            },
          ]
        : []),
    ]
  }).flat()
}
