import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PencilLine } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatDay } from '@/shared/format/times'
import { Card } from '@/shared/ui/Card'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { keptInWords } from './retention'
import { RetentionDialog } from './RetentionDialog'
import { tenantQuery } from './tenantQueries'
import styles from './TenantSettings.module.css'

/** How long events are kept, and the way to change it. */
export function RetentionCard({ tenantId }: { readonly tenantId: string }) {
  const tenant = useQuery(tenantQuery(tenantId))
  const [opened, setOpened] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  if (tenant.data === undefined) {
    return (
      <Card title="Events">
        {tenant.isError ? (
          <ErrorState problem={tenant.error} onRetry={() => void tenant.refetch()} />
        ) : (
          <Skeleton height={48} />
        )}
      </Card>
    )
  }
  const { retention_days: days, data_from: dataFrom, time_zone: timeZone } = tenant.data
  return (
    <Card
      title="Events"
      actions={
        <Button
          ref={change}
          variant="default"
          size="xs"
          leftSection={<PencilLine size={14} aria-hidden="true" />}
          aria-label="Change how long events are kept"
          onClick={() => {
            setOpened(true)
          }}
        >
          Change
        </Button>
      }
    >
      <dl className={styles.facts}>
        <dt>Kept</dt>
        <dd>{keptInWords(days)}</dd>
        <dt>First day kept</dt>
        <dd>{dataFrom === null ? 'The first event’s' : formatDay(dataFrom, timeZone)}</dd>
      </dl>
      <RetentionDialog
        tenant={tenant.data}
        opened={opened}
        returnTo={change}
        onClose={() => {
          setOpened(false)
        }}
      />
    </Card>
  )
}
