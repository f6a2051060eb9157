import { expect, it } from 'vitest'
import { downloadUrl } from './downloads'

it('names the file with the filters of what is shown', () => {
  expect(downloadUrl('j', { period: '7d', compare: true }, { kind: 'users', search: 'a&b', status: undefined })).toBe(
    '/api/v1/journeys/j/users.csv?period=7d&bom=true&search=a%26b',
  )
  expect(downloadUrl('j', {}, { kind: 'messageUsers', channel: 'push', step: 'a/b' })).toBe(
    '/api/v1/journeys/j/channels/push/messages/a%2Fb/users.csv?period=all&bom=true',
  )
  expect(downloadUrl('j', {}, { kind: 'goal', goal: '%2F\\ ../\u0001?#' })).toBe(
    '/api/v1/journeys/j/goals/%252F%5C%20..%2F%01%3F%23.csv?period=all&bom=true',
  )
  const selector = { metric: 'converted_users', channel: 'push', step: 'a/b', goal: 'bought' } as const
  expect(downloadUrl('j', { period: '7d' }, { kind: 'contributors', selector })).toBe(
    '/api/v1/journeys/j/stats/users.csv?period=7d&bom=true&metric=converted_users&channel=push&step=a%2Fb&goal=bought',
  )
})
