const words: Record<string, string> = {
  app_uninstalled: 'App uninstalled',
  blocked: 'Blocked by the recipient',
  frequency_cap: 'Frequency cap reached',
  gateway_blocked: 'Blocked by the gateway',
  gateway_timeout: 'Gateway did not answer in time',
  invalid_address: 'Address does not exist',
  invalid_number: 'Phone number does not exist',
  invalid_push_token: 'Push token no longer valid',
  mailbox_full: 'Mailbox is full',
  no_address: 'No address known',
  no_device: 'No device known',
  no_email: 'No email address known',
  no_number: 'No phone number known',
  no_phone: 'No phone number known',
  no_whatsapp: 'Not on WhatsApp',
  no_whatsapp_account: 'Not on WhatsApp',
  not_on_whatsapp: 'Not on WhatsApp',
  provider_error: 'Provider reported an error',
  quiet_hours: 'Quiet hours',
  rate_limited: 'Provider limited the pace',
  spam_filter: 'Held back by a spam filter',
  unreachable: 'Phone could not be reached',
  unsubscribed: 'Already unsubscribed',
}

/** A delivery issue's code in words: `invalid_push_token` is `Push token no longer valid`. */
export function reasonInWords(code: string): string {
  const known = words[code]
  if (known !== undefined) {
    return known
  }
  const plain = code.replaceAll(/[_\s]+/g, ' ').trim()
  return plain === '' ? 'No reason given' : plain.charAt(0).toUpperCase() + plain.slice(1)
}
