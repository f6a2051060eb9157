import { TextInput } from '@mantine/core'
import { useState, type RefObject } from 'react'
import type { Schemas } from '@/shared/api/client'
import { formatCount } from '@/shared/format/numbers'
import { formatDate } from '@/shared/format/times'
import { useToday } from '@/shared/format/useToday'
import { DialogForm, FormDialog, type DialogHandle } from '@/shared/ui/FormDialog'
import { InlineProblem } from '@/shared/ui/InlineProblem'
import { daysOf, LEAST_DAYS, MOST_DAYS, newFirstDay } from './retention'
import { useRetention } from './tenantQueries'
import styles from './TenantSettings.module.css'

interface RetentionDialogProps {
  readonly tenant: Schemas['Tenant']
  readonly opened: boolean
  readonly onClose: () => void
  readonly returnTo: RefObject<HTMLElement | null>
}

/** Asks how long events are to be kept, and says which go. */
export function RetentionDialog({ tenant, ...dialog }: RetentionDialogProps) {
  return (
    <FormDialog title="How long are events kept?" {...dialog}>
      {(handle) => <RetentionForm tenant={tenant} dialog={handle} />}
    </FormDialog>
  )
}

function RetentionForm({ tenant, dialog }: { readonly tenant: Schemas['Tenant']; readonly dialog: DialogHandle }) {
  const retention = useRetention(tenant.id)
  const before = tenant.retention_days === null ? '' : String(tenant.retention_days)
  const [typed, setTyped] = useState(before)
  const [fault, setFault] = useState<string>()
  const first = newFirstDay(daysOf(typed), tenant.data_from, useToday(tenant.time_zone))
  return (
    <DialogForm
      dialog={dialog}
      action={first === null ? 'Save' : 'Remove and save'}
      destructive={first !== null}
      pending={retention.isPending}
      changed={typed !== before}
      problem={
        retention.error === null ? undefined : (
          <InlineProblem>The change may not be saved. {retention.error.message}</InlineProblem>
        )
      }
      onSubmit={() => {
        const days = daysOf(typed)
        if (days === undefined) {
          setFault(`Must be a whole number from ${LEAST_DAYS} to ${formatCount(MOST_DAYS)}, or empty.`)
          return false
        }
        retention.mutate(days, { onSuccess: dialog.close })
        return true
      }}
    >
      <TextInput
        label="Days"
        description="Whole days before today, in the tenant’s time zone. Leave it empty to keep events for ever."
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        value={typed}
        error={fault}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setFault(undefined)
        }}
      />
      <p role="status" className={styles.consequence}>
        {first === null ? (
          'No events are removed now. Events that are removed already do not come back.'
        ) : (
          <>
            Events before {formatDate(first)} are removed from all statistics, lists and files; one more day is removed
            each midnight. Finished exports that reach further back are deleted. <strong>This cannot be undone.</strong>
          </>
        )}
      </p>
    </DialogForm>
  )
}
