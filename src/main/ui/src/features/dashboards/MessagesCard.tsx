import { ActionIcon, Menu, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { EllipsisVertical } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { metricsOf } from '@/shared/metrics/catalogue'
import { channelTitle, messagePlace, type Channel } from '@/shared/metrics/channels'
import { ActionMenu } from '@/shared/ui/ActionMenu'
import { Card } from '@/shared/ui/Card'
import { Clamped } from '@/shared/ui/Clamped'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { RateBar } from '@/shared/ui/RateBar'
import { useDownload } from '@/shared/ui/useDownload'
import { sorted } from '@/shared/url/sort'
import { readAttribution, readCommunications, type AttributionSearch } from '@/shared/url/views'
import styles from './CommunicationsPage.module.css'
import { AttributionBar } from './AttributionBar'
import { ContributorsCount } from './ContributorsCount'
import { LinksDrawer } from './LinksDrawer'
import { messagesQuery } from './queries'
import { useFocusReturn } from './useFocusReturn'
import { useView, type View } from './useView'

type Row = Schemas['Messages']['messages'][number]

/** To which messages conversions may count. */
const models: readonly { readonly search: AttributionSearch; readonly label: string }[] = [
  { search: {}, label: 'Every message interacted with' },
  { search: { attribution: 'last' }, label: 'Last interaction' },
  { search: { attribution: 'first' }, label: 'First interaction' },
  { search: { attribution: 'last', touch: 'opened_else_sent' }, label: 'Last opened, else sent' },
  { search: { attribution: 'first', touch: 'opened_else_sent' }, label: 'First opened, else sent' },
]

interface Change {
  readonly sort?: string | undefined
  readonly goal?: string
  readonly links?: string | undefined
  readonly attributed?: AttributionSearch
}

/** The channel's messages, measured against a goal. */
export function MessagesCard({ channel }: { readonly channel: Channel }) {
  const view = useView()
  const search = useSearch({ from: '/signed-in/journeys/$journey/communications' })
  const navigate = useNavigate({ from: '/journeys/$journey/communications' })
  const goals = view.journey?.goals ?? []
  const goal = goals.find((candidate) => candidate.id === search.goal)?.id ?? goals[0]?.id
  const attribution = readAttribution({ ...search })
  const messages = useQuery({
    ...messagesQuery(view.journeyId, channel, view.period, goal, attribution),
    // Which goals there are, the journey says.
    enabled: view.journey !== undefined,
  })
  const go = ({ attributed = attribution, ...change }: Change) => {
    void navigate({
      replace: true,
      resetScroll: false,
      search: (before) => {
        const { sort: _sort, goal: _goal, links: _links, attribution: _attribution, touch: _touch, ...others } = before
        return {
          ...others,
          ...readCommunications({ ...before, ...change, attribution: undefined, touch: undefined, ...attributed }),
        }
      },
    })
  }
  // The menu that the drawer is opened from has gone by the time it is closed.
  const [opener, setOpener] = useState<HTMLElement | null>(null)
  useFocusReturn(search.links !== undefined, opener)
  const rows = messages.data?.data.messages
  const counted = messages.data?.data.attribution
  return (
    <Card
      flush
      title="Messages"
      actions={
        <div className={styles.goal}>
          {goals.length === 0 ? null : (
            <NativeSelect
              size="xs"
              aria-label="Goal"
              value={goal ?? ''}
              data={goals.map(({ id, name }) => ({ value: id, label: `Goal: ${name}` }))}
              onChange={(event) => {
                go({ goal: event.currentTarget.value })
              }}
            />
          )}
          {goals.length === 0 ? null : (
            <NativeSelect
              size="xs"
              aria-label="Attribution"
              value={keyOf(attribution)}
              data={models.map((one) => ({ value: keyOf(one.search), label: one.label }))}
              onChange={(event) => {
                const chosen = models.find((one) => keyOf(one.search) === event.currentTarget.value)
                go({ attributed: chosen?.search ?? {} })
              }}
            />
          )}
          <DownloadButton
            href={downloadUrl(view.journeyId, view.period, { kind: 'channel', channel, goal, attribution })}
          >
            Export channel statistics
          </DownloadButton>
        </div>
      }
    >
      {messages.isError && rows === undefined ? (
        <ErrorState problem={messages.error} onRetry={() => void messages.refetch()} />
      ) : (
        <>
          {goal === undefined || rows === undefined || counted?.converted_users == null ? null : (
            <AttributionBar channel={channel} goal={goal} search={attribution} attribution={counted} rows={rows} />
          )}
          <DataTable
            label={`${channelTitle(channel)} messages`}
            columns={columns(view, channel, goal, attribution, (links, menu) => {
              setOpener(menu)
              go({ links })
            })}
            rows={
              rows === undefined
                ? undefined
                : sorted(rows, search.sort, (row, key) => (key === 'name' ? row.name : row[key as 'sent']))
            }
            keyOf={(row) => row.step_id}
            sort={search.sort}
            onSort={(sort) => {
              go({ sort })
            }}
            expectedRows={2}
            empty={<EmptyState title="No messages">Message steps of this channel appear here.</EmptyState>}
          />
        </>
      )}
      {search.links === undefined ? null : (
        <LinksDrawer
          channel={channel}
          step={search.links}
          onClose={() => {
            go({ links: undefined })
          }}
        />
      )}
    </Card>
  )
}

function keyOf({ attribution, touch }: AttributionSearch): string {
  return [attribution ?? 'any', touch ?? ''].join(' ')
}

function columns(
  view: View,
  channel: Channel,
  goal: string | undefined,
  attribution: AttributionSearch,
  onLinks: (step: string, opener: HTMLElement | null) => void,
): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      title: 'Message',
      heads: true,
      sortable: true,
      wraps: true,
      cell: (row) => <Clamped text={row.name} />,
    },
    ...metricsOf(messagePlace(channel)).map((metric): Column<Row> => ({
      key: metric.key,
      title: metric.title,
      metric,
      align: 'end',
      sortable: true,
      cell: (row) => {
        const value = row[metric.key as 'sent' | 'open_rate']
        if (metric.unit === 'rate') {
          return <RateBar value={value} />
        }
        const measuredBy = metric.key === 'converted_users' && goal !== undefined ? { goal, ...attribution } : {}
        return (
          <ContributorsCount
            selector={{ metric: metric.key, channel, step: row.step_id, ...measuredBy }}
            count={value}
          />
        )
      },
    })),
    {
      key: 'menu',
      title: 'Files',
      hiddenTitle: true,
      align: 'end',
      pinned: true,
      cell: (row) => (
        <RowMenu
          view={view}
          channel={channel}
          row={row}
          onLinks={(opener) => {
            onLinks(row.step_id, opener)
          }}
        />
      ),
    },
  ]
}

interface RowMenuProps {
  readonly view: View
  readonly channel: Channel
  readonly row: Row
  readonly onLinks: (opener: HTMLElement | null) => void
}

function RowMenu({ view, channel, row, onLinks }: RowMenuProps) {
  const download = useDownload()
  const target = useRef<HTMLButtonElement>(null)
  const of = (kind: 'message' | 'messageUsers') =>
    downloadUrl(view.journeyId, view.period, { kind, channel, step: row.step_id })
  return (
    <ActionMenu>
      <Menu.Target>
        <ActionIcon ref={target} variant="subtle" aria-label={`Files of ${row.name}`}>
          <EllipsisVertical size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            onLinks(target.current)
          }}
        >
          Links
        </Menu.Item>
        <Menu.Item component="a" href={of('message')} download onClick={download}>
          Export point statistics
        </Menu.Item>
        <Menu.Item component="a" href={of('messageUsers')} download onClick={download}>
          Export point users
        </Menu.Item>
      </Menu.Dropdown>
    </ActionMenu>
  )
}
