import { Button } from '@mantine/core'
import { Lock, Pause } from 'lucide-react'
import { useMove } from '@/features/journeys/changes'
import { problemInWords } from '@/features/journeys/problems'
import type { Schemas } from '@/shared/api/client'
import { useMayManage } from '@/shared/api/session'
import { InlineProblem } from '@/shared/ui/InlineProblem'
import { READ_ONLY } from '@/shared/words/journeys'
import styles from './SettingsPage.module.css'

interface EditLockProps {
  readonly journey: Schemas['Journey']
  readonly onPaused: () => void
}

/** Why the settings cannot be edited now, and how to change that. */
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
            ? READ_ONLY
            : active
              ? 'Pause the journey to edit its goals, its title and its category.'
              : `A ${journey.status} journey cannot be edited. To continue from here, clone it from the menu of its status.`}
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
