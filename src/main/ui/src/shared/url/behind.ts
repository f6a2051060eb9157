import { channels, type Channel } from '@/shared/metrics/channels'
import { text } from './views'

/** A number whose users are shown: its metric, and what it is about. */
export interface Behind {
  readonly metric: string
  readonly channel?: Channel | undefined
  readonly step?: string | undefined
  /** The goal that it is about, or that the message is measured by. */
  readonly goal?: string | undefined
  /** Why messages were not delivered. */
  readonly reason?: string | undefined
}

/** The same as the address holds it. */
export interface BehindSearch {
  readonly behind?: string
  readonly in?: Channel
  readonly at?: string
  readonly for?: string
  readonly because?: string
}

const names = ['behind', 'in', 'at', 'for', 'because']

/** Reads it out of an address. */
export function readBehind(search: Record<string, unknown>): BehindSearch {
  const channel = channels.find((candidate) => candidate === search.in)
  return {
    ...text(search, 'behind'),
    ...(channel === undefined ? {} : { in: channel }),
    ...text(search, 'at'),
    ...text(search, 'for'),
    ...text(search, 'because'),
  }
}

/** What the address says; undefined where no number is opened. */
export function behindOf({ behind, in: channel, at, for: goal, because }: BehindSearch): Behind | undefined {
  return behind === undefined ? undefined : { metric: behind, channel, step: at, goal, reason: because }
}

/** The same address with a number opened, or with none. */
export function withBehind(search: Record<string, unknown>, behind: Behind | undefined): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)))
  if (behind === undefined) {
    return others
  }
  const { metric, channel, step, goal, reason } = behind
  return { ...others, ...readBehind({ behind: metric, in: channel, at: step, for: goal, because: reason }) }
}

/** The parameters that the API takes for it. */
export function behindParameters({ metric, channel, step, goal, reason }: Behind): BehindParameters {
  return {
    metric,
    ...(channel === undefined ? {} : { channel }),
    ...(step === undefined ? {} : { step }),
    ...(goal === undefined ? {} : { goal }),
    ...(reason === undefined ? {} : { reason }),
  }
}

interface BehindParameters {
  readonly metric: string
  readonly channel?: Channel
  readonly step?: string
  readonly goal?: string
  readonly reason?: string
}
