import { Tooltip } from '@mantine/core'
import { CloudOff } from 'lucide-react'
import { formatMoment } from '@/shared/format/times'
import styles from './StaleBadge.module.css'

/** A quiet note that numbers are older than they should be. */
export function StaleBadge({ asOf, timeZone }: { readonly asOf: number; readonly timeZone: string }) {
  return (
    <Tooltip
      label={`The store cannot be reached just now; shown is what was known at ${formatMoment(asOf, timeZone)}.`}
    >
      <button type="button" className={styles.badge}>
        <CloudOff size={13} aria-hidden="true" />
        Not up to date
      </button>
    </Tooltip>
  )
}
