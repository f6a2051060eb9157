import { useComputedColorScheme } from '@mantine/core'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { formatValue } from '@/shared/format/numbers'
import { bucketTitle } from './buckets'
import { shownBuckets, type ChartModel } from './model'
import { chartOptions, description, type Look } from './options'
import { tooltipOf } from './tooltip'
import styles from './Chart.module.css'

register([AriaComponent, BarChart, CanvasRenderer, GridComponent, LineChart, TooltipComponent])

/** A model drawn on a canvas; the arrow keys walk along its buckets and say them aloud. */
export function EChart({ model }: { readonly model: ChartModel }) {
  const scheme = useComputedColorScheme('light')
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const [at, setAt] = useState<number | null>(null)

  useEffect(() => {
    if (place.current === null) {
      return
    }
    const drawn = init(place.current)
    chart.current = drawn
    const observer = new ResizeObserver(() => {
      drawn.resize()
    })
    observer.observe(place.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
    // Colours depend on the theme.
  }, [scheme])

  useEffect(() => {
    chart.current?.setOption(
      chartOptions(model, look(), (bucket) => tooltipOf(model, bucket)),
      { notMerge: true },
    )
  }, [model, scheme])

  const walk = (event: KeyboardEvent) => {
    const next = nextBucket(event.key, at, shownBuckets(model))
    if (next !== undefined) {
      event.preventDefault()
      setAt(next)
      chart.current?.dispatchAction(
        next === null ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: 0, dataIndex: next },
      )
    }
  }

  return (
    <div
      className={styles.focus}
      role="application"
      aria-roledescription="chart"
      aria-label={`${description(model)} Arrow keys walk along it.`}
      tabIndex={0}
      onKeyDown={walk}
      onBlur={() => {
        setAt(null)
        chart.current?.dispatchAction({ type: 'hideTip' })
      }}
    >
      <div ref={place} className={styles.canvas} />
      <p className="visually-hidden" aria-live="polite">
        {at === null ? '' : spoken(model, at)}
      </p>
    </div>
  )
}

/** The bucket that a key leads to, null for none; undefined where the key means nothing here. */
function nextBucket(key: string, at: number | null, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min((at ?? -1) + 1, count - 1)
    case 'ArrowLeft':
      return Math.max((at ?? count) - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}

function spoken(model: ChartModel, at: number): string {
  return [
    bucketTitle(model, at),
    ...model.series.map((series) => `${series.title} ${formatValue(model.unit, series.values[at])}`),
  ].join(', ')
}

function look(): Look {
  const page = getComputedStyle(document.documentElement)
  const color = (property: string) => page.getPropertyValue(property).trim()
  // The page's own font: a canvas inherits none.
  return { color, font: getComputedStyle(document.body).fontFamily, hatching: hatching(color('--muted')) }
}

const TILE = 8

function hatching(color: string) {
  const tile = document.createElement('canvas')
  tile.width = TILE
  tile.height = TILE
  const context = tile.getContext('2d')
  if (context !== null) {
    context.strokeStyle = color
    context.globalAlpha = 0.35
    context.beginPath()
    for (const offset of [-TILE, 0, TILE]) {
      context.moveTo(offset, TILE)
      context.lineTo(offset + TILE, 0)
    }
    context.stroke()
  }
  return { image: tile, repeat: 'repeat' }
}
