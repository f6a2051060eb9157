import type { ReactNode } from 'react'
import styles from './State.module.css'

interface EmptyStateProps {
  readonly title: string
  /** What will appear here, and how to get it here. */
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** The place of something that there is nothing of yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  )
}
