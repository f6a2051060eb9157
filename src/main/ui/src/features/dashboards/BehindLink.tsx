import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { withBehind, type Behind } from '@/shared/url/behind'
import styles from './BehindLink.module.css'

interface BehindLinkProps {
  readonly behind: Behind
  readonly children: ReactNode
}

/** A number that opens the users behind it. */
export function BehindLink({ behind, children }: BehindLinkProps) {
  return (
    <Link
      to="."
      search={(before: Record<string, unknown>) => withBehind(before, behind)}
      resetScroll={false}
      preload={false}
      title="Show the users"
      className={styles.link}
    >
      {children}
    </Link>
  )
}
