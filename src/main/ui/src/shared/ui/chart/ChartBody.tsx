import { lazy, Suspense } from 'react'
import { NothingInPeriod } from '@/shared/ui/period/NothingInPeriod'
import { Skeleton } from '@/shared/ui/Skeleton'
import { ChartTable } from './ChartTable'
import type { ChartModel } from './model'
import styles from './Chart.module.css'

// The library is larger than all else together, and nothing waits for it.
const EChart = lazy(async () => ({ default: (await import('./EChart')).EChart }))

interface ChartBodyProps {
  /** What is drawn; undefined while it is on its way. */
  readonly model: ChartModel | undefined
  readonly size?: 'small' | 'large'
  readonly asTable?: boolean
}

/** A chart with its legend, or its table, without a frame. */
export function ChartBody({ model, size = 'large', asTable = false }: ChartBodyProps) {
  const empty = model !== undefined && isEmpty(model)
  return (
    <div className={styles.panel}>
      <ul className={styles.legend}>
        {(empty ? [] : (model?.series ?? [])).map((series) => (
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
        ) : empty ? (
          <div className={styles.empty}>
            <NothingInPeriod />
          </div>
        ) : (
          <Suspense fallback={<Skeleton height={size === 'small' ? 180 : 240} />}>
            <EChart model={model} />
          </Suspense>
        )}
      </div>
    </div>
  )
}

function isEmpty(model: ChartModel): boolean {
  return model.series.every((series) =>
    [...series.values, ...(series.previous ?? [])].every((value) => value === null || value === 0),
  )
}
