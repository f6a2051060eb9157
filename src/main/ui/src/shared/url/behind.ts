import { channels, type Channel } from '@/shared/metrics/channels'
import { text } from './views'

/** A number whose users are shown: its metric, and the channel and the step that it is about. */
export interface Behind {
  readonly metric: string
  readonly channel?: Channel | undefined
  readonly step?: string | undefined
}

/** The same as the address holds it. */
export interface BehindSearch {
  readonly behind?: string
  readonly in?: Channel
  readonly at?: string
}

/** Reads it out of an address. */
export function readBehind(search: Record<string, unknown>): BehindSearch {
  const channel = channels.find((candidate) => candidate === search.in)
  return {
    ...text(search, 'behind'),
    ...(channel === undefined ? {} : { in: channel }),
    ...text(search, 'at'),
  }
}

/** What the address says; undefined where no number is opened. */
export function behindOf({ behind, in: channel, at }: BehindSearch): Behind | undefined {
  return behind === undefined ? undefined : { metric: behind, channel, step: at }
}

/** The same address with a number opened, or with none. */
export function withBehind(search: Record<string, unknown>, behind: Behind | undefined): Record<string, unknown> {
  const others = Object.entries(search).filter(([name]) => !['behind', 'in', 'at'].includes(name))
  return {
    ...Object.fromEntries(others),
    ...(behind === undefined ? {} : readBehind({ behind: behind.metric, in: behind.channel, at: behind.step })),
  }
}
