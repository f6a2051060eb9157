import { metricsOf } from './catalogue'
import type { Schemas } from '@/shared/api/client'

/** A way to send messages. */
export type Channel = Schemas['Channel']

/** One entry per channel, in display order; a channel of the API that is missing here does not compile. */
const displayed: Record<Channel, true> = { push: true, in_app: true, email: true, sms: true, whatsapp: true }

/** All channels, in display order. */
export const channels = Object.keys(displayed) as readonly Channel[]

/** The group of metrics of the channel's messages; email has more of them. */
export function messagePlace(channel: Channel): 'message' | 'email_message' {
  return channel === 'email' ? 'email_message' : 'message'
}

/** The channel's name for people. */
export function channelTitle(channel: Channel): string {
  return metricsOf('messages_sent').find((metric) => metric.key === channel)?.title ?? channel
}
