import { expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { faultsOf, isConflict, otherFaults, problemInWords, textFault } from './problems'

it('says why a change was not made', () => {
  expect(problemInWords(problem(409, 'The journey is stopped and cannot become active.'))).toBe(
    'Not saved: someone else just changed this journey. The journey is stopped and cannot become active.',
  )
  expect(problemInWords(problem(412))).toContain('Not saved: someone else just changed this journey.')
  expect(problemInWords(problem(403))).toContain('Not saved. Your key is read-only')
  expect(problemInWords(problem(503))).toContain('temporarily overloaded')
  expect(problemInWords(ApiProblem.unreachable())).toContain('cannot be reached')
  expect(problemInWords(new Error('x is undefined'))).not.toContain('undefined')
})

it('recognises a conflict with a change of someone else', () => {
  expect(isConflict(problem(409)) && isConflict(problem(412))).toBe(true)
  expect(isConflict(problem(422)) || isConflict(new Error('409')) || isConflict(null)).toBe(false)
})

it('takes the faults that the service names, as sentences', () => {
  const faults = faultsOf(
    new ApiProblem({
      title: 'Invalid',
      status: 422,
      detail: 'The input is invalid.',
      errors: [
        { field: 'title', message: 'must not be blank' },
        { field: 'steps', message: 'is required, and may be empty' },
      ],
    }),
  )
  expect(faults).toEqual({ title: 'Must not be blank.', steps: 'Is required, and may be empty.' })
  expect(otherFaults(faults, (field) => field === 'title')).toBe('steps: Is required, and may be empty.')
  expect(faultsOf(null)).toEqual({})
})

it('counts characters as the service does', () => {
  expect(textFault('🎉'.repeat(200), 200)).toBeUndefined()
  expect(textFault('a'.repeat(201), 200)).toBe('Must have at most 200 characters.')
  expect(textFault(' \n', 200)).toBe('Must not be blank.')
})

function problem(status: number, detail = 'What the service says.') {
  return new ApiProblem({ title: 'Refused', status, detail })
}
