import { ActionIcon, Tooltip } from '@mantine/core'
import { ChartLine, Table2 } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Card } from '@/shared/ui/Card'
import { Skeleton } from '@/shared/ui/Skeleton'
import { ChartTable } from './ChartTable'
import type { ChartModel } from './model'
import styles from './Chart.module.css'

// The library is larger than all else together, and nothing waits for it.
const EChart = lazy(async () => ({ default: (await import('./EChart')).EChart }))

interface ChartCardProps {
  readonly title: ReactNode
  /** What is drawn; undefined while it is on its way. */
  readonly model: ChartModel | undefined
  readonly actions?: ReactNode
  readonly size?: 'small' | 'large'
}

/** A chart with its legend, and the same numbers as a table. */
export function ChartCard({ title, model, actions, size = 'large' }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  const change = asTable ? 'Show as chart' : 'Show as table'
  return (
    <Card
      title={title}
      actions={
        <span className={styles.actions}>
          {actions}
          <Tooltip label={change}>
            <ActionIcon
              variant="subtle"
              aria-label={change}
              aria-pressed={asTable}
              onClick={() => {
                setAsTable(!asTable)
              }}
            >
              {asTable ? <ChartLine size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
            </ActionIcon>
          </Tooltip>
        </span>
      }
    >
      <div className={styles.panel}>
        <ul className={styles.legend}>
          {model?.series.map((series) => (
            <li key={series.key}>
              <span className={styles.swatch} style={{ background: `var(${series.color})` }} />
              {series.title}
            </li>
          ))}
        </ul>
        <div className={styles.place} data-size={size}>
          {model === undefined ? (
            <Skeleton height={size === 'small' ? 180 : 240} />
          ) : asTable ? (
            <div className={styles.tableScroll}>
              <ChartTable model={model} />
            </div>
          ) : isEmpty(model) ? (
            <p className={styles.empty}>Nothing in this period.</p>
          ) : (
            <Suspense fallback={<Skeleton height={size === 'small' ? 180 : 240} />}>
              <EChart model={model} />
            </Suspense>
          )}
        </div>
      </div>
    </Card>
  )
}

function isEmpty(model: ChartModel): boolean {
  return model.series.every((series) =>
    [...series.values, ...(series.previous ?? [])].every((value) => value === null || value === 0),
  )
}
