import { Button } from '@mantine/core'
import { Lock, Pause } from 'lucide-react'
import { useMove } from '@/features/journeys/changes'
import { problemInWords } from '@/features/journeys/problems'
import type { Schemas } from '@/shared/api/client'
import { useMayManage } from '@/shared/api/session'
import { InlineProblem } from '@/shared/ui/InlineProblem'
import styles from './SettingsPage.module.css'

interface EditLockProps {
  readonly journey: Schemas['Journey']
  readonly onPaused: () => void
}

/** Why settings cannot be edited just now, and the way to where they can. */
export function EditLock({ journey, onPaused }: EditLockProps) {
  const pause = useMove(journey.id)
  const mayManage = useMayManage()
  const active = journey.status === 'active'
  return (
    <>
      <div className={styles.lock}>
        <Lock size={15} aria-hidden="true" className={styles.icon} />
        <p className={styles.why}>
          {!mayManage
            ? 'Your key may only read. Editing takes one of the role manage or admin.'
            : active
              ? 'Pause the journey to edit its goals, its title and its category.'
              : `A ${journey.status} journey stays as it was. Clone it, in the menu of its status, to go on from here.`}
        </p>
        {mayManage && active ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<Pause size={14} aria-hidden="true" />}
            loading={pause.isPending}
            onClick={() => {
              pause.mutate('pause', { onSuccess: onPaused })
            }}
          >
            Pause to edit
          </Button>
        ) : null}
      </div>
      {pause.error === null ? null : <InlineProblem>{problemInWords(pause.error)}</InlineProblem>}
    </>
  )
}
