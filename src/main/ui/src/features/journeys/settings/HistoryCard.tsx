import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@/shared/api/client'
import { journeyHistoryQuery } from '@/shared/api/journeys'
import { useKeyNames } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { formatMoment } from '@/shared/format/times'
import { Card } from '@/shared/ui/Card'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { ErrorState } from '@/shared/ui/ErrorState'
import { authorInWords } from '@/shared/words/authors'
import { changeInWords } from './history'
import styles from './SettingsPage.module.css'

type Change = Schemas['JourneyChange']

/** The changes of the journey, latest first. */
export function HistoryCard({ journeyId }: { readonly journeyId: string }) {
  const history = useQuery(journeyHistoryQuery(journeyId))
  const { tenant, key_id: ownKey } = useSession()
  const names = useKeyNames()
  return (
    <Card flush title="History">
      {history.isError && history.data === undefined ? (
        <ErrorState problem={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <>
          <DataTable
            label="History"
            columns={columns(tenant.time_zone, (by) => authorInWords(by, ownKey, names))}
            rows={history.data?.changes.toReversed()}
            keyOf={(change) => String(change.version)}
            expectedRows={3}
          />
          <p className={styles.note}>Times in {tenant.time_zone}.</p>
        </>
      )}
    </Card>
  )
}

function columns(timeZone: string, author: (by: string) => string): readonly Column<Change>[] {
  return [
    { key: 'change', title: 'Change', heads: true, cell: changeInWords },
    { key: 'at', title: 'When', cell: (change) => formatMoment(change.at, timeZone) },
    { key: 'by', title: 'By the key', cell: (change) => author(change.by) },
  ]
}
