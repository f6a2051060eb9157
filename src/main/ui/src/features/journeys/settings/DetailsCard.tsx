import { Button } from '@mantine/core'
import { PencilLine } from 'lucide-react'
import { useRef, useState } from 'react'
import type { VersionedJourney } from '@/shared/api/journeys'
import { Card } from '@/shared/ui/Card'
import { typeWords } from '@/shared/words/journeys'
import { DetailsDialog } from './DetailsDialog'
import styles from './SettingsPage.module.css'

interface DetailsCardProps {
  readonly current: VersionedJourney
  readonly editable: boolean
}

/** Title, category and type, and the way to change what may be. */
export function DetailsCard({ current, editable }: DetailsCardProps) {
  const [opened, setOpened] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const { title, category, type, id } = current.journey
  return (
    <Card
      title="Details"
      actions={
        editable ? (
          <Button
            ref={change}
            variant="default"
            size="xs"
            leftSection={<PencilLine size={14} aria-hidden="true" />}
            aria-label="Change title and category"
            onClick={() => {
              setOpened(true)
            }}
          >
            Change
          </Button>
        ) : undefined
      }
    >
      <dl className={styles.facts}>
        <dt>Title</dt>
        <dd>{title}</dd>
        <dt>Category</dt>
        <dd>{category ?? 'None'}</dd>
        <dt>Type</dt>
        <dd>{typeWords[type]}</dd>
        <dt>ID</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </dl>
      <DetailsDialog
        current={current}
        opened={opened}
        returnTo={change}
        onClose={() => {
          setOpened(false)
        }}
      />
    </Card>
  )
}
