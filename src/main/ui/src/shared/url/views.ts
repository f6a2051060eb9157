import { channels, type Channel } from '@/shared/metrics/channels'
import type { Schemas } from '@/shared/api/client'

/** What the user list shows. */
export interface UsersSearch {
  readonly search?: string
  readonly status?: Schemas['UserState']
}

const states: readonly Schemas['UserState'][] = ['in_progress', 'exited', 'dropped_off']

/** Reads it out of an address. */
export function readUsers(search: Record<string, unknown>): UsersSearch {
  const status = states.find((state) => state === search.status)
  return { ...text(search, 'search'), ...(status === undefined ? {} : { status }) }
}

/** To which messages conversions count; each that the user interacted with where nothing is said. */
export interface AttributionSearch {
  readonly attribution?: 'last' | 'first'
  readonly touch?: 'opened_else_sent'
}

/** Reads it out of an address. */
export function readAttribution({ attribution, touch }: Record<string, unknown>): AttributionSearch {
  if (attribution !== 'last' && attribution !== 'first') {
    return {}
  }
  return touch === 'opened_else_sent' ? { attribution, touch } : { attribution }
}

/** What the Communications dashboard shows. */
export interface CommunicationsSearch extends AttributionSearch {
  readonly channel?: Channel
  /** The goal that messages are measured against. */
  readonly goal?: string
  /** The order of the messages. */
  readonly sort?: string
  /** The metrics of the chart, with commas between. */
  readonly metrics?: string
  /** The message step whose links are shown. */
  readonly links?: string
  /** The duration whose histogram is shown. */
  readonly duration?: string
}

/** Reads it out of an address. */
export function readCommunications(search: Record<string, unknown>): CommunicationsSearch {
  const channel = channels.find((candidate) => candidate === search.channel)
  return {
    ...(channel === undefined ? {} : { channel }),
    ...text(search, 'goal'),
    ...text(search, 'sort'),
    ...text(search, 'metrics'),
    ...text(search, 'links'),
    ...text(search, 'duration'),
    ...readAttribution(search),
  }
}

/** The goals whose course is shown. */
export interface GoalsSearch {
  readonly goals?: readonly string[]
}

/** Reads it from an address. */
export function readGoals({ goals }: Record<string, unknown>): GoalsSearch {
  const ids = Array.isArray(goals) ? goals.filter((id): id is string => typeof id === 'string') : []
  return ids.length === 0 ? {} : { goals: ids }
}

/** What the flow shows. */
export interface FlowSearch {
  /** The step whose times are shown. */
  readonly step?: string
}

/** Reads it out of an address. */
export function readFlow(search: Record<string, unknown>): FlowSearch {
  return text(search, 'step')
}

/** Whose timeline is shown. */
export interface UserSearch {
  readonly user?: string
}

/** Reads it out of an address. */
export function readUser(search: Record<string, unknown>): UserSearch {
  return text(search, 'user')
}

/** The same address with a user's timeline opened, or with none. */
export function withUser(search: Record<string, unknown>, user: string | undefined): Record<string, unknown> {
  const { user: _user, ...others } = search
  return { ...others, ...(user === undefined ? {} : { user }) }
}

/** A text of an address, left out where it is none or empty. */
export function text<Key extends string>(search: Record<string, unknown>, key: Key): Partial<Record<Key, string>> {
  const value = search[key]
  const given = typeof value === 'number' ? String(value) : value
  return typeof given === 'string' && given !== '' ? ({ [key]: given } as Partial<Record<Key, string>>) : {}
}
