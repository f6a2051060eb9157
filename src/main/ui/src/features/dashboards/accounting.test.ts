import { expect, it } from 'vitest'
import { reason } from './Accounting'

it('says why entrances do not add up', () => {
  expect(reason(3, true)).toContain('3 more entrances')
  expect(reason(-2, true)).toContain('2 more exits and drop-offs')
  expect(reason(-2, false)).toContain('entered earlier')
})
