import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './InlineProblem.module.css'

interface InlineProblemProps {
  /** What went wrong, in words. */
  readonly children: ReactNode
  /** What can be done about it. */
  readonly actions?: ReactNode
}

/** Says at the place where something was tried that it did not work, and what can be done. */
export function InlineProblem({ children, actions }: InlineProblemProps) {
  return (
    <div className={styles.problem} role="alert">
      <TriangleAlert size={16} aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
