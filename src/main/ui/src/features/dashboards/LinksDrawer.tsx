import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { formatCount } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { channelTitle, type Channel } from '@/shared/metrics/channels'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { RateBar } from '@/shared/ui/RateBar'
import { selectedMetric } from '@/shared/url/contributors'
import { ContributorsCount } from './ContributorsCount'
import styles from './LinksDrawer.module.css'
import { linksQuery } from './queries'
import { useView } from './useView'

type Links = Schemas['MessageLinks']
type Link = Schemas['MessageLink']

const clicks = metricOf('link', 'clicks')
const users = metricOf('link', 'clicked_users')
const rate = metricOf('link', 'click_rate')

interface LinksDrawerProps {
  readonly channel: Channel
  readonly step: string
  readonly onClose: () => void
}

/** How often each link of a message was clicked. */
export function LinksDrawer({ channel, step, onClose }: LinksDrawerProps) {
  const view = useView()
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  const links = useQuery(linksQuery(view.journeyId, channel, step, view.period))
  const data = links.data?.data
  const name = view.journey?.steps.find((candidate) => candidate.id === step)?.name ?? step
  return (
    <Drawer
      opened
      onClose={onClose}
      // What is opened above it closes first.
      closeOnEscape={selectedMetric({ ...search }) === undefined && search.user === undefined}
      size="min(100vw, 860px)"
      title={`Links · ${channelTitle(channel)} · ${name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.head}>
        <p>{data === undefined ? '' : summary(data)}</p>
        <DownloadButton href={downloadUrl(view.journeyId, view.period, { kind: 'links', channel, step })}>
          Export CSV
        </DownloadButton>
      </div>
      {links.isError && data === undefined ? (
        <ErrorState problem={links.error} onRetry={() => void links.refetch()} />
      ) : (
        <DataTable
          label="Links of the message"
          columns={columns(channel, step)}
          rows={data?.links}
          keyOf={(link) => link.link_url ?? ''}
          empty={<EmptyState title="No clicks">Links appear here after the first click.</EmptyState>}
        />
      )}
    </Drawer>
  )
}

/** All clicks are those of the rows and the others; users may be in several rows. */
function summary({ links, other_clicks: others, clicked_users: clicked, recipient_users: recipients }: Links): string {
  const shown = links.reduce((sum, link) => sum + link.clicks, 0)
  const rest = others === 0 ? '' : `, ${formatCount(others)} of them on further links`
  const several =
    links.reduce((sum, link) => sum + link.clicked_users, 0) > clicked
      ? ' Users who clicked on several links are in the row of each.'
      : ''
  return `${formatCount(shown + others)} clicks${rest}, by ${formatCount(clicked)} of ${formatCount(recipients)} recipients.${several}`
}

function columns(channel: Channel, step: string): readonly Column<Link>[] {
  return [
    {
      key: 'link',
      title: 'Link',
      heads: true,
      wraps: true,
      cell: (link) => link.link_url ?? 'No link named',
    },
    { key: clicks.key, title: clicks.title, metric: clicks, align: 'end', cell: (link) => formatCount(link.clicks) },
    {
      key: users.key,
      title: users.title,
      metric: users,
      align: 'end',
      cell: (link) => (
        <ContributorsCount
          selector={{ metric: users.key, channel, step, link_url: link.link_url ?? '' }}
          count={link.clicked_users}
        />
      ),
    },
    {
      key: rate.key,
      title: rate.title,
      metric: rate,
      align: 'end',
      cell: (link) => <RateBar value={link.click_rate} />,
    },
  ]
}
