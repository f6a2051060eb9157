import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Schemas } from '@/shared/api/client'
import { journeyQuery } from '@/shared/api/journeys'
import { useSession } from '@/shared/api/session'
import { formatMoment } from '@/shared/format/times'
import { ErrorState } from '@/shared/ui/ErrorState'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { CancelExport, DeleteFile, ExportAgain, TakeFile } from './ExportButtons'
import styles from './ExportEntry.module.css'
import { formOf } from './exportForm'
import { ExportProgress } from './ExportProgress'
import { isUnderWay, useAskForExport, useEndExport } from './exportQueries'
import { exportStatusWords, kindWords, outcomeInWords, periodInWords, subjectInWords } from './exportWords'
import { focusOn } from './focusOn'

interface ExportEntryProps {
  readonly entry: Schemas['Export']
}

/** One export of the list: subject, progress and actions. */
export function ExportEntry({ entry }: ExportEntryProps) {
  const { tenant, key_id: ownKey } = useSession()
  const { time_zone: timeZone } = tenant
  const journeyId = entry.about.journey_id
  const { data: journey } = useQuery({ ...journeyQuery(journeyId ?? ''), enabled: journeyId !== null })
  const { title, tone } = exportStatusWords[entry.status]
  const subject = [subjectInWords(entry, journey), periodInWords(entry.about, timeZone)].join(' · ')
  const asked = formatMoment(entry.created_at, timeZone)
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <h3>{kindWords[entry.kind]}</h3>
        <StatusBadge tone={tone}>{title}</StatusBadge>
      </div>
      <p className={styles.subject}>{subject}</p>
      {isUnderWay(entry) ? <ExportProgress of={entry} /> : null}
      <p className={styles.facts}>
        {[
          `Requested ${asked}${entry.created_by === ownKey ? ' by you' : ''}`,
          ...(isUnderWay(entry) ? [] : outcomeInWords(entry, timeZone)),
        ].join(' · ')}
      </p>
      <EntryActions entry={entry} name={`${kindWords[entry.kind]} of ${asked}`} />
    </li>
  )
}

function EntryActions({ entry, name }: ExportEntryProps & { readonly name: string }) {
  const again = useAskForExport()
  const end = useEndExport()
  const problem = again.error ?? end.error
  return (
    <>
      {problem === null ? null : <ErrorState problem={problem} />}
      <div className={styles.actions}>
        {isUnderWay(entry) ? (
          <CancelExport
            of={name}
            busy={end.isPending}
            onClick={() => {
              end.mutate(entry.id)
            }}
          />
        ) : entry.status === 'ready' ? (
          <>
            <TakeFile id={entry.id} of={name} />
            <Deletion
              name={name}
              busy={end.isPending}
              onDelete={() => {
                end.mutate(entry.id)
              }}
            />
          </>
        ) : (
          <ExportAgain
            status={entry.status}
            of={name}
            busy={again.isPending}
            takesFocus={end.isSuccess}
            onClick={() => {
              again.askFor(formOf(entry))
            }}
          />
        )}
      </div>
    </>
  )
}

interface DeletionProps {
  readonly name: string
  readonly busy: boolean
  readonly onDelete: () => void
}

/** Asks before it deletes. */
function Deletion({ name, busy, onDelete }: DeletionProps) {
  const [asked, setAsked] = useState<'not' | 'now' | 'before'>('not')
  return asked === 'now' ? (
    <div className={styles.question} role="group" aria-label={`Delete the file: ${name}`}>
      <span className={styles.facts}>Delete the file for everyone?</span>
      <Button size="xs" color="red" loading={busy} onClick={onDelete} ref={focusOn}>
        Delete file
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          setAsked('before')
        }}
      >
        Keep
      </Button>
    </div>
  ) : (
    <DeleteFile
      of={name}
      returned={asked === 'before'}
      onClick={() => {
        setAsked('now')
      }}
    />
  )
}
