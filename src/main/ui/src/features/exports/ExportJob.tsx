import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/api/session'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { CancelExport, ExportAgain, TakeFile } from './ExportButtons'
import { formOf } from './exportForm'
import styles from './ExportJob.module.css'
import { ExportProgress } from './ExportProgress'
import { exportQuery, isUnderWay, useEndExport } from './exportQueries'
import { exportStatusWords, outcomeInWords, periodInWords, subjectInWords } from './exportWords'
import { focusOn } from './focusOn'

interface ExportJobProps {
  readonly id: string
  /** Asks for the same file again. */
  readonly onAgain: (form: Schemas['ExportForm']) => void
  /** Goes back to the question. */
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** The progress of an export, from the request to the file. */
export function ExportJob({ id, onAgain, onAnother, onClose }: ExportJobProps) {
  const { data: job, error, refetch } = useQuery(exportQuery(id))
  const { tenant } = useSession()
  if (job === undefined) {
    return error === null ? (
      <div ref={focusOn} tabIndex={-1} className={styles.job} aria-busy="true">
        <Skeleton height={20} width={220} />
        <Skeleton height={6} />
      </div>
    ) : (
      <ErrorState problem={error} onRetry={() => void refetch()} />
    )
  }
  const { title, tone } = exportStatusWords[job.status]
  return (
    <div ref={focusOn} tabIndex={-1} className={styles.job}>
      <p className={styles.subject}>
        {subjectInWords(job)} · {periodInWords(job.about, tenant.time_zone)}
      </p>
      <div role="status">
        <StatusBadge tone={tone}>{title}</StatusBadge>
      </div>
      {isUnderWay(job) ? (
        <ExportProgress of={job} />
      ) : (
        <p className={styles.outcome} role={job.status === 'failed' ? 'alert' : undefined}>
          {outcomeInWords(job, tenant.time_zone).join(' · ')}
        </p>
      )}
      {error === null ? null : <p className={styles.outcome}>{error.message} Asking again…</p>}
      <JobActions job={job} onAgain={onAgain} onAnother={onAnother} onClose={onClose} />
    </div>
  )
}

function JobActions({ job, onAgain, onAnother, onClose }: Omit<ExportJobProps, 'id'> & { job: Schemas['Export'] }) {
  const end = useEndExport()
  return (
    <>
      {isUnderWay(job) ? <p className={styles.note}>You can close this. The file will be in Exports.</p> : null}
      {end.error === null ? null : <ErrorState problem={end.error} />}
      <div className={styles.actions}>
        {isUnderWay(job) ? (
          <>
            <CancelExport
              busy={end.isPending}
              onClick={() => {
                end.mutate(job.id)
              }}
            />
            <Button size="xs" onClick={onClose}>
              Close
            </Button>
          </>
        ) : job.status === 'ready' ? (
          <>
            <Button size="xs" variant="subtle" onClick={onAnother}>
              Another period
            </Button>
            <TakeFile id={job.id} awaited />
          </>
        ) : (
          <>
            <Button size="xs" variant="subtle" onClick={onAnother}>
              Another period
            </Button>
            <ExportAgain
              status={job.status}
              onClick={() => {
                onAgain(formOf(job))
              }}
            />
          </>
        )}
      </div>
    </>
  )
}
