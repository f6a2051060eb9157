import { useSyncExternalStore } from 'react'
import { dayOf } from './times'

const OFTEN_ENOUGH = 20_000

/** The calendar day of now in a time zone; changes at its midnight. */
export function useToday(timeZone: string): string {
  return useSyncExternalStore(everyWhile, () => dayOf(Date.now(), timeZone))
}

function everyWhile(look: () => void): () => void {
  const timer = setInterval(look, OFTEN_ENOUGH)
  return () => {
    clearInterval(timer)
  }
}
