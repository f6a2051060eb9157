import { Button, Modal } from '@mantine/core'
import { FileDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Schemas } from '@/shared/api/client'
import { formatCount } from '@/shared/format/numbers'
import { useSession } from '@/shared/api/session'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PeriodFilter } from '@/shared/ui/period/PeriodFilter'
import { periodQuery, type PeriodSearch } from '@/shared/url/period'
import { ExportJob } from './ExportJob'
import { useAskForExport } from './exportQueries'
import { journeysInWords } from './exportWords'
import styles from './StatisticsExport.module.css'

/** Which journeys a list shows. */
export interface ShownJourneys {
  readonly status?: string | undefined
  readonly category?: string | undefined
  readonly type?: string | undefined
  readonly q?: string | undefined
}

interface StatisticsExportProps {
  readonly journeys: ShownJourneys
  /** How many they are, once that is known. */
  readonly total: number | undefined
}

/** Makes a file of the campaign statistics of the journeys that a list shows. */
export function StatisticsExport({ journeys, total }: StatisticsExportProps) {
  const [opened, setOpened] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpened(false)
  }
  return (
    <>
      <Button
        ref={opener}
        variant="default"
        size="xs"
        leftSection={<FileDown size={14} aria-hidden="true" />}
        disabled={total === 0}
        onClick={() => {
          setOpened(true)
        }}
      >
        Export statistics
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title="Export statistics"
        // Then it closes what a period is chosen in.
        closeOnEscape={!choosing}
        closeButtonProps={{ 'aria-label': 'Close' }}
        // The library gives it back after a fixed time, when it may still move it inside.
        returnFocus={false}
        onExitTransitionEnd={() => {
          opener.current?.focus()
        }}
      >
        <Steps journeys={journeys} total={total} onChoosing={setChoosing} onClose={close} />
      </Modal>
    </>
  )
}

interface StepsProps extends StatisticsExportProps {
  readonly onChoosing: (choosing: boolean) => void
  readonly onClose: () => void
}

/** First the question, then what becomes of it. */
function Steps({ journeys, total, onChoosing, onClose }: StepsProps) {
  const [period, setPeriod] = useState<PeriodSearch>({})
  const { askFor, data: accepted, error, isPending, reset } = useAskForExport()
  const { tenant } = useSession()
  if (accepted !== undefined) {
    return <ExportJob key={accepted.id} id={accepted.id} onAnother={reset} onAgain={askFor} onClose={onClose} />
  }
  const { status, category, type, q } = journeys
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault()
        askFor(formOf(periodQuery(period), { status, category, type, q }))
      }}
    >
      <p className={styles.lead}>
        A CSV file with one row per journey: entrances, messages sent, and how users responded.
      </p>
      <dl className={styles.facts}>
        <dt>Journeys</dt>
        <dd>
          {journeysInWords(journeys)}
          {total === undefined ? null : <span className={styles.count}>{countInWords(total)}</span>}
        </dd>
        <dt>Period</dt>
        <dd>
          <PeriodFilter value={period} timeZone={tenant.time_zone} onChange={setPeriod} onToggle={onChoosing} />
        </dd>
      </dl>
      {error === null ? null : <ErrorState problem={error} />}
      <div className={styles.actions}>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button size="xs" type="submit" loading={isPending}>
          {error === null ? 'Export' : 'Try again'}
        </Button>
      </div>
    </form>
  )
}

function formOf(
  { period, from, to }: ReturnType<typeof periodQuery>,
  { status, category, type, q }: ShownJourneys,
): Schemas['ExportForm'] {
  return {
    kind: 'journeys',
    period,
    ...(from === undefined || to === undefined ? {} : { from, to }),
    filters: { status: status ?? null, category: category ?? null, type: type ?? null, q: q ?? null },
    // People open it with a spreadsheet, which knows UTF-8 by this mark.
    bom: true,
    raw: false,
  }
}

function countInWords(total: number): string {
  return `${formatCount(total)} ${total === 1 ? 'journey' : 'journeys'}`
}
