import { expect, it } from 'vitest'
import { isDeletable, isEditable, isFinal, isSameTitle, movesFrom } from './lifeCycle'

it('follows the life cycle', () => {
  expect(movesFrom('draft')).toEqual(['activate'])
  expect(movesFrom('active')).toEqual(['pause', 'finish', 'stop'])
  expect(movesFrom('paused')).toEqual(['activate', 'stop'])
  expect(isFinal('finished') && isFinal('stopped')).toBe(true)
  expect(isFinal('paused')).toBe(false)
})

it('lets drafts and paused journeys be edited', () => {
  expect(isEditable('draft') && isEditable('paused')).toBe(true)
  expect(isEditable('active') || isEditable('stopped')).toBe(false)
})

it('lets only journeys be deleted that do not run', () => {
  expect((['draft', 'finished', 'stopped'] as const).every(isDeletable)).toBe(true)
  expect(isDeletable('active') || isDeletable('paused')).toBe(false)
})

it('takes a title as typed where it looks the same', () => {
  expect(isSameTitle(' Black  Friday ', 'Black Friday')).toBe(true)
  expect(isSameTitle('Cafe\u0301', 'Caf\u00e9')).toBe(true)
  expect(isSameTitle('black friday', 'Black Friday')).toBe(false)
  expect(isSameTitle('', 'Black Friday')).toBe(false)
})
