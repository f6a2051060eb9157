import type { ReactNode } from 'react'
import type { Tone } from '@/shared/words/journeys'
import styles from './StatusBadge.module.css'

/** A state as a word, with a colour. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
