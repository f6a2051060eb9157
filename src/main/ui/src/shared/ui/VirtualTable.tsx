import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { Column } from './DataTable'
import { Skeleton } from './Skeleton'
import styles from './VirtualTable.module.css'

/** A column of a table of which only what is seen is drawn, so that widths cannot follow the content. */
export interface VirtualColumn<Row> extends Pick<Column<Row>, 'key' | 'title' | 'align' | 'cell' | 'heads'> {
  /** A track of a CSS grid. */
  readonly width: string
  /** The place of its values in a card: half a line, a whole line, or the corner; half a line if it is left out. */
  readonly card?: 'line' | 'corner'
}

interface VirtualTableProps<Row> {
  readonly label: string
  readonly columns: readonly VirtualColumn<Row>[]
  /** The rows that are there so far; undefined before the first. */
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly onMore: () => void
  readonly empty: ReactNode
}

const ROW = 34
const NARROW = '(width < 600px)'
const CARD_HEAD = 36
const CARD_LINE = 22
const AHEAD = 40
const PLACEHOLDERS = 12

/** A table over any number of rows, which are loaded page by page while it is scrolled; cards on a narrow screen. */
export function VirtualTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  hasMore,
  loadingMore,
  onMore,
  empty,
}: VirtualTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const count = rows?.length ?? 0
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const height = narrow ? CARD_HEAD + CARD_LINE * linesOf(columns) : ROW
  // eslint-disable-next-line react-hooks/incompatible-library -- it is not compiled
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, height])
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasMore && !loadingMore && last >= count - AHEAD) {
      onMore()
    }
  }, [hasMore, loadingMore, last, count, onMore])

  if (rows?.length === 0) {
    return <div className={styles.empty}>{empty}</div>
  }
  const tracks: CSSProperties = narrow ? {} : { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  return (
    <>
      <div ref={scroller} className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
        <div
          className={styles.table}
          role="table"
          data-cards={narrow}
          aria-label={label}
          aria-busy={rows === undefined}
          // Unknown while there is more: -1 says so.
          aria-rowcount={hasMore || rows === undefined ? -1 : count + 1}
        >
          <div role="rowgroup" className={styles.head}>
            <div role="row" aria-rowindex={1} className={styles.row} style={tracks}>
              {columns.map((column) => (
                <div key={column.key} role="columnheader" data-align={column.align}>
                  {column.title}
                </div>
              ))}
            </div>
          </div>
          {rows === undefined ? (
            <Placeholders />
          ) : (
            <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
              {items.map(({ index, start }) => {
                const row = rows[index]
                return row === undefined ? null : (
                  <div
                    key={keyOf(row)}
                    role="row"
                    aria-rowindex={index + 2}
                    className={styles.row}
                    style={{ ...tracks, height, transform: `translateY(${start}px)` }}
                  >
                    {columns.map((column) => (
                      <div
                        key={column.key}
                        role={column.heads === true ? 'rowheader' : 'cell'}
                        data-align={column.align}
                        data-title={column.title}
                        data-card={column.card}
                      >
                        {column.cell(row)}
                      </div>
                    ))}
                  </div>
                )
              })}
            </div>
          )}
        </div>
      </div>
      <p className={styles.foot} aria-live="polite">
        {rows === undefined
          ? ' '
          : hasMore
            ? `${count.toLocaleString('en')} shown, scroll for more`
            : `${count.toLocaleString('en')} total`}
      </p>
    </>
  )
}

/** The number of lines of a card below its head. */
function linesOf<Row>(columns: readonly VirtualColumn<Row>[]): number {
  const placed = columns.filter(({ heads, card }) => heads !== true && card !== 'corner')
  const whole = placed.filter(({ card }) => card === 'line').length
  return whole + Math.ceil((placed.length - whole) / 2)
}

function Placeholders() {
  return (
    <div aria-hidden="true" className={styles.pending}>
      {Array.from({ length: PLACEHOLDERS }, (_, at) => (
        <Skeleton key={at} height={12} />
      ))}
    </div>
  )
}
