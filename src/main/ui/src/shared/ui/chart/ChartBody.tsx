import { lazy, Suspense, useState } from 'react'
import { NothingInPeriod } from '@/shared/ui/period/NothingInPeriod'
import { Skeleton } from '@/shared/ui/Skeleton'
import { ChartTable } from './ChartTable'
import { Legend } from './Legend'
import { isShown, type ChartModel } from './model'
import styles from './Chart.module.css'

// The library is larger than the rest of the page, and nothing else waits for it.
const EChart = lazy(async () => ({ default: (await import('./EChart')).EChart }))

interface ChartBodyProps {
  /** What is drawn; undefined while it is loading. */
  readonly model: ChartModel | undefined
  readonly size?: 'small' | 'large'
  readonly asTable?: boolean
}

/** A chart with its legend, or its table, without a frame. */
export function ChartBody({ model, size = 'large', asTable = false }: ChartBodyProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const empty = model !== undefined && isEmpty(model)
  return (
    <div className={styles.panel}>
      <Legend model={empty && !asTable ? undefined : model} chosen={chosen} onChoose={setChosen} />
      <div className={styles.place} data-size={size}>
        {model === undefined ? (
          <Skeleton height={size === 'small' ? 180 : 240} />
        ) : asTable ? (
          <div className={styles.tableScroll}>
            <ChartTable model={model} />
          </div>
        ) : empty ? (
          <div className={styles.empty}>
            <NothingInPeriod {...model.empty} />
          </div>
        ) : (
          <Suspense fallback={<Skeleton height={size === 'small' ? 180 : 240} />}>
            <EChart model={{ ...model, series: model.series.filter(({ key }) => isShown(model, chosen, key)) }} />
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
