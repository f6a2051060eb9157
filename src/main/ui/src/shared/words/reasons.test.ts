import { expect, it } from 'vitest'
import { reasonInWords } from './reasons'

it('says reasons in words, unknown ones as well as it can', () => {
  expect(reasonInWords('invalid_push_token')).toBe('Push token no longer valid')
  expect(reasonInWords('carrier_on_strike')).toBe('Carrier on strike')
  expect(reasonInWords('30008')).toBe('30008')
  expect(reasonInWords('')).toBe('No reason given')
})
