import { expect, it } from 'vitest'
import { changeInWords } from './history'

it('says what was changed', () => {
  const change = (name: string, title: string | null = null) =>
    changeInWords({ version: 1, at: '2026-05-12T00:00:00Z', by: 'key', change: name, title })
  expect(change('created', 'Welcome')).toBe('Created as “Welcome”')
  expect(change('deleted', null)).toBe('Deleted')
  expect(change('cloned', 'Welcome (copy)')).toBe('Cloned from another journey as “Welcome (copy)”')
  expect(change('renamed', 'Hello')).toBe('Renamed to “Hello”')
  expect(change('replaced', 'Hello')).toBe('Goals, steps, title or category edited')
  expect(change('paused')).toBe('Paused')
  expect(change('archived')).toBe('archived')
})
