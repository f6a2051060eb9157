import { expect, it } from 'vitest'
import { authorInWords } from './authors'

it('names keys where their names are known, and one’s own', () => {
  const names = new Map([['1f', 'Newsletter team']])
  expect(authorInWords('1f', '2a', names)).toBe('Newsletter team')
  expect(authorInWords('3c', '2a', names)).toBe('3c')
  expect(authorInWords('1f', '1f', names)).toBe('Newsletter team (your key)')
})
