import { metricsOf } from './catalogue'
import type { Schemas } from '@/shared/api/client'

/** A way in which messages go. */
export type Channel = Schemas['Channel']

/** All channels, in display order. */
export const channels: readonly Channel[] = ['push', 'in_app', 'email', 'sms', 'whatsapp']

/** Where the metrics of the channel's messages stand; mail has more of them. */
export function messagePlace(channel: Channel): 'message' | 'email_message' {
  return channel === 'email' ? 'email_message' : 'message'
}

/** The channel's name for people. */
export function channelTitle(channel: Channel): string {
  return metricsOf('messages_sent').find((metric) => metric.key === channel)?.title ?? channel
}
