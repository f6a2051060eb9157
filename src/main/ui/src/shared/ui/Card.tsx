import type { ReactNode } from 'react'
import styles from './Card.module.css'

interface CardProps {
  readonly title?: ReactNode
  /** Controls at the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Whether the content reaches to the card's edge, as a table's does. */
  readonly flush?: boolean
  readonly label?: string
  /** The target of links to the card. */
  readonly id?: string
}

/** A piece of a page with a title. */
export function Card({ title, actions, children, flush = false, label, id }: CardProps) {
  return (
    <section id={id} className={styles.card} aria-label={label}>
      {title === undefined && actions === undefined ? null : (
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {actions}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
