import { Tooltip } from '@mantine/core'
import { CloudOff } from 'lucide-react'
import { formatMoment } from '@/shared/format/times'
import styles from './StaleBadge.module.css'

/** A quiet note that numbers are older than they should be. */
export function StaleBadge({ asOf, timeZone }: { readonly asOf: number; readonly timeZone: string }) {
  return (
    <Tooltip label={`The event store is not available. These numbers are from ${formatMoment(asOf, timeZone)}.`}>
      <button type="button" className={styles.badge}>
        <CloudOff size={13} aria-hidden="true" />
        Not up to date
      </button>
    </Tooltip>
  )
}
