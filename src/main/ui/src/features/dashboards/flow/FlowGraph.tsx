import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { formatCount, formatRate } from '@/shared/format/numbers'
import { withContributors } from '@/shared/url/contributors'
import { ContributorsLink } from '@/features/dashboards/ContributorsLink'
import styles from './FlowGraph.module.css'
import { itemsOf, layoutOf, type Box, type Flow, type Item } from './layout'
import { selectorOf, endWords, lossOf, nameOf, sentenceOf, visitsOf } from './words'

/** The ways of trips from left to right, as wide as they are taken; the arrow keys walk along them. */
export function FlowGraph({ flow }: { readonly flow: Flow }) {
  const layout = useMemo(() => layoutOf(flow), [flow])
  const items = useMemo(() => itemsOf(flow, layout), [flow, layout])
  const [at, setAt] = useState<number | null>(null)
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const chosen = at === null ? undefined : items[at]
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && chosen !== undefined && event.target === event.currentTarget) {
      void navigate({
        to: '.',
        resetScroll: false,
        search: (before: Record<string, unknown>) => withContributors(before, selectorOf(chosen)),
      })
      return
    }
    const next = nextItem(event.key, at, items)
    if (next !== undefined) {
      event.preventDefault()
      setAt(next)
      const box = next === null ? undefined : layout.boxes.find(({ id }) => id === items[next]?.from)
      if (box !== undefined && place.current !== null) {
        place.current.scrollLeft = box.x - (place.current.clientWidth - box.width) / 2
      }
    }
  }
  const look = (item: Item) => ({
    onMouseEnter: () => {
      setAt(items.findIndex((one) => one.from === item.from && one.edge === item.edge))
    },
  })
  return (
    <>
      <div
        ref={place}
        className={styles.scroll}
        role="application"
        aria-roledescription="graph"
        aria-label="Flow of trips from step to step. Arrow keys walk along it, Enter shows the users. The table shows the same numbers."
        tabIndex={0}
        onKeyDown={walk}
      >
        <div className={styles.graph} style={{ width: layout.width, height: layout.height }}>
          <svg width={layout.width} height={layout.height} className={styles.lines} data-swatch aria-hidden="true">
            {layout.lines.map(({ edge, path, width, back }) => (
              <path
                key={`${edge.from ?? ''}→${edge.to ?? ''}`}
                d={path}
                strokeWidth={width}
                data-back={back}
                data-chosen={chosen?.edge === edge || (chosen?.edge === undefined && chosen?.from === edge.from)}
                {...look({ from: edge.from, edge })}
              />
            ))}
          </svg>
          {layout.boxes.map((box) => (
            <FlowBox
              key={box.id ?? ''}
              flow={flow}
              box={box}
              chosen={chosen?.from === box.id}
              look={look({ from: box.id })}
            />
          ))}
        </div>
      </div>
      <p className={styles.caption}>
        <span aria-live="polite">
          {chosen === undefined ? 'Point at a step or a way to see its numbers.' : sentenceOf(flow, chosen)}
        </span>
        {chosen === undefined ? null : (
          <ContributorsLink selector={selectorOf(chosen)}>Show the users</ContributorsLink>
        )}
      </p>
    </>
  )
}

interface FlowBoxProps {
  readonly flow: Flow
  readonly box: Box
  readonly chosen: boolean
  readonly look: { readonly onMouseEnter: () => void }
}

function FlowBox({ flow, box, chosen, look }: FlowBoxProps) {
  const visits = visitsOf(flow, box.id)
  const ends = flow.edges.filter((edge) => edge.from === box.id && edge.end !== null)
  const loss = lossOf(flow, box.id)
  return (
    <div
      className={styles.box}
      data-chosen={chosen}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      {...look}
    >
      <span className={styles.name} title={nameOf(flow, box.id)}>
        {nameOf(flow, box.id)}
      </span>
      <span className={styles.number}>
        {formatCount(visits)}
        {box.id === null || flow.trips === 0 ? null : (
          <span className={styles.share}>{formatRate(visits / flow.trips)}</span>
        )}
      </span>
      {loss === 0 ? null : <span className={styles.loss}>{formatCount(loss)} leave here</span>}
      <span data-swatch className={styles.ends}>
        {ends.map((edge) => (
          <span
            key={edge.end}
            data-end={edge.end}
            title={edge.end === null ? undefined : `${endWords[edge.end]}: ${formatCount(edge.count)}`}
            style={{ width: `${String((edge.count / Math.max(visits, 1)) * 100)}%` }}
          />
        ))}
      </span>
    </div>
  )
}

/** The item that a key leads to, null for none; undefined where the key means nothing here. */
function nextItem(key: string, at: number | null, items: readonly Item[]): number | null | undefined {
  const boxAfter = (from: number, step: 1 | -1) => {
    for (let next = from + step; next >= 0 && next < items.length; next += step) {
      if (items[next]?.edge === undefined) {
        return next
      }
    }
    return at
  }
  switch (key) {
    case 'ArrowRight':
      return boxAfter(at ?? -1, 1)
    case 'ArrowLeft':
      return boxAfter(at ?? items.length, -1)
    case 'ArrowDown':
      return Math.min((at ?? -1) + 1, items.length - 1)
    case 'ArrowUp':
      return Math.max((at ?? items.length) - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return items.length - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}
