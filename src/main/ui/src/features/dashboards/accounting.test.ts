import { expect, it } from 'vitest'
import { reason } from './Accounting'

it('says why entrances do not add up', () => {
  expect(reason(3, true)).toContain('3 entrances more')
  expect(reason(-2, true)).toContain('2 exits and drop-offs more')
  expect(reason(-2, false)).toContain('part of the time')
})
