import type { ReactNode } from 'react'
import type { Tone } from '@/shared/words/journeys'
import styles from './StatusBadge.module.css'

/** A state in a word, with its colour besides. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
