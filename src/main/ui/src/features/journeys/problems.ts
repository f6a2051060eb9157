import { ApiProblem } from '@/shared/api/problem'
import { READ_ONLY } from '@/shared/words/journeys'

/** Why a change was not made, and what to do about it. */
export function problemInWords(problem: Error): string {
  if (!(problem instanceof ApiProblem)) {
    return 'Something unexpected happened. Load the page again to see whether the change was made.'
  }
  switch (problem.status) {
    case 0:
      return 'The service cannot be reached, so the change may not be saved. Try again when you are connected.'
    case 401:
      return 'Not saved: your session has ended. Sign in again in another tab, then try again here.'
    case 403:
      return `Not saved. ${READ_ONLY}`
    case 404:
      return 'Not saved: the journey no longer exists.'
    case 409:
      return `Not saved: someone else just changed this journey. ${problem.message}`
    case 412:
      return 'Not saved: someone else just changed this journey.'
    case 429:
    case 503:
      return 'Not saved: the service is temporarily overloaded. Try again in a moment.'
    default:
      return problem.message
  }
}

/** Whether someone else has changed the journey meanwhile. */
export function isConflict(problem: unknown): problem is ApiProblem {
  return problem instanceof ApiProblem && (problem.status === 409 || problem.status === 412)
}

/** What is wrong with a form, by field; the fields are those of the API. */
export type Faults = Readonly<Record<string, string>>

/** What the service found wrong, as sentences by field. */
export function faultsOf(problem: unknown): Faults {
  return problem instanceof ApiProblem
    ? Object.fromEntries(problem.fields.map(({ field, message }) => [field, sentence(message)]))
    : {}
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}

/** The faults that no field of a form shows: `goals[0].name: Must not be blank.` */
export function otherFaults(faults: Faults, shown: (field: string) => boolean): string {
  return Object.entries(faults)
    .filter(([field]) => !shown(field))
    .map(([field, message]) => `${field}: ${message}`)
    .join(' ')
}

/** Whether a text that has to be there is: not blank, and not longer than the service takes it. */
export function textFault(text: string, maximum: number): string | undefined {
  if (text.trim() === '') {
    return 'Must not be blank.'
  }
  return longerThan(text, maximum) ? `Must have at most ${maximum} characters.` : undefined
}

/** The text to save: trimmed, unless it is unchanged. */
export function textOf(typed: string, ...before: readonly (string | null | undefined)[]): string {
  return before.includes(typed) ? typed : typed.trim()
}

/** Whether a text has more characters; those beyond the first 65,536 of Unicode count once, as the service counts. */
export function longerThan(text: string, maximum: number): boolean {
  return Array.from(text).length > maximum
}
