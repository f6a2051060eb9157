import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@/shared/api/client'
import { formatRate } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { channelTitle, type Channel } from '@/shared/metrics/channels'
import { Card } from '@/shared/ui/Card'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { RateBar } from '@/shared/ui/RateBar'
import { reasonInWords } from '@/shared/words/reasons'
import { ContributorsCount } from './ContributorsCount'
import styles from './CommunicationsPage.module.css'
import { issuesQuery } from './queries'
import { useView } from './useView'

type Issue = Schemas['DeliveryIssue']

const count = metricOf('delivery_issues', 'delivery_issues')
const rate = metricOf('delivery_issues', 'delivery_issue_rate')

/** The delivery issues of a channel by reason. */
export function IssuesCard({ channel }: { readonly channel: Channel }) {
  const { journeyId, period } = useView()
  const { data, error, refetch } = useQuery(issuesQuery(journeyId, channel, period))
  return (
    <Card
      flush
      title="Delivery issues"
      actions={
        data === undefined ? undefined : (
          <span className={styles.goal}>
            <span>
              <ContributorsCount selector={{ metric: count.key, channel }} count={data.data.delivery_issues} /> total
              {data.data.delivery_issue_rate === null
                ? null
                : ` · ${formatRate(data.data.delivery_issue_rate)} of users who reached ${stepOf(channel)}`}
            </span>
          </span>
        )
      }
    >
      {error !== null && data === undefined ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label="Delivery issues"
          columns={columns(channel)}
          rows={data?.data.issues}
          keyOf={(issue) => issue.reason}
          expectedRows={3}
          empty={<EmptyState title="No delivery issues">Good: every message of this period could be sent.</EmptyState>}
        />
      )}
    </Card>
  )
}

/** Any step of the channel: `an Email step`. */
function stepOf(channel: Channel): string {
  const title = channelTitle(channel)
  return `${/^([AEIOU]|SMS)/.test(title) ? 'an' : 'a'} ${title} step`
}

function columns(channel: Channel): readonly Column<Issue>[] {
  return [
    {
      key: 'reason',
      title: 'Reason',
      heads: true,
      cell: (issue) => (
        <>
          {reasonInWords(issue.reason)}
          <span className={styles.code}>{issue.reason}</span>
        </>
      ),
    },
    {
      key: 'count',
      title: count.title,
      metric: count,
      align: 'end',
      cell: (issue) => (
        <ContributorsCount selector={{ metric: count.key, channel, reason: issue.reason }} count={issue.count} />
      ),
    },
    {
      key: 'rate',
      title: rate.title,
      metric: rate,
      align: 'end',
      cell: (issue) => <RateBar value={issue.rate} />,
    },
  ]
}
