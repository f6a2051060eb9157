import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { isDescending, nextSort, sortKey, type Sort } from '@/shared/url/sort'
import type { Metric } from '@/shared/metrics/catalogue'
import { Definition } from './Definition'
import { Skeleton } from './Skeleton'
import styles from './DataTable.module.css'

/** A column of a table. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** The metric of the column; its head shows the definition. */
  readonly metric?: Metric
  readonly align?: 'start' | 'end'
  readonly sortable?: boolean
  /** Whether its order begins with the smallest, as that of names does. */
  readonly ascendsFirst?: boolean
  /** What is in a cell. */
  readonly cell: (row: Row) => ReactNode
  /** Whether it names the row. */
  readonly heads?: boolean
  /** Says of a column without a visible head, such as that of menus, what it is. */
  readonly hiddenTitle?: boolean
  /** Whether its text takes several lines rather than make the table wider. */
  readonly wraps?: boolean
  /** Whether it stays in sight at the table's end while the others are scrolled past it. */
  readonly pinned?: boolean
}

interface DataTableProps<Row> {
  /** The name of the table, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** The rows; undefined while they are loading. */
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort | undefined) => void
  /** Shown instead of the table if there are no rows. */
  readonly empty?: ReactNode
  readonly expectedRows?: number
  /** Whether rows become cards on a narrow screen, each value with its column's title. */
  readonly cards?: boolean
}

/** A table: sticky head, order by a click on a head, as many placeholders as rows are expected. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  sort,
  onSort,
  empty,
  expectedRows = 5,
  cards = true,
}: DataTableProps<Row>) {
  if (rows?.length === 0 && empty !== undefined) {
    return empty
  }
  return (
    // A region that scrolls can be reached by the keyboard.
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      {/* The roles are those of the elements, which lose them where they are laid out as cards. */}
      <table role="table" className={styles.table} data-cards={cards} aria-busy={rows === undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows === undefined
            ? Array.from({ length: expectedRows }, (_, at) => <PendingRow key={at} columns={columns.length} />)
            : rows.map((row) => (
                <tr key={keyOf(row)} role="row">
                  {columns.map((column) => (
                    <Cell key={column.key} column={column} row={row} />
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return column.heads === true ? (
    <th scope="row" role="rowheader" data-align={column.align} data-wraps={column.wraps}>
      {column.cell(row)}
    </th>
  ) : (
    <td
      role="cell"
      data-align={column.align}
      data-wraps={column.wraps}
      data-pinned={column.pinned}
      data-title={column.hiddenTitle === true ? undefined : column.title}
    >
      {column.cell(row)}
    </td>
  )
}

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort | undefined) => void) | undefined
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const chosen = sortKey(sort) === column.key
  const direction = isDescending(sort) ? 'descending' : 'ascending'
  const Arrow = !chosen ? ChevronsUpDown : isDescending(sort) ? ArrowDown : ArrowUp
  const sortable = column.sortable === true && onSort !== undefined
  return (
    <th
      scope="col"
      role="columnheader"
      data-align={column.align}
      data-kept={sortable || column.metric !== undefined}
      aria-sort={chosen ? direction : undefined}
    >
      <span className={styles.head}>
        {column.hiddenTitle === true ? (
          <span className="visually-hidden">{column.title}</span>
        ) : column.metric === undefined ? (
          !sortable && column.title
        ) : (
          <Definition metric={column.metric} title={column.title} />
        )}
        {sortable ? (
          <button
            type="button"
            className={styles.sort}
            aria-label={`Sort by ${column.title}`}
            data-chosen={chosen}
            onClick={() => {
              onSort(nextSort(sort, column.key, column.ascendsFirst))
            }}
          >
            {column.metric === undefined ? column.title : null}
            <Arrow size={13} aria-hidden="true" />
          </button>
        ) : null}
      </span>
    </th>
  )
}

function PendingRow({ columns }: { readonly columns: number }) {
  return (
    <tr role="row">
      {Array.from({ length: columns }, (_, at) => (
        <td key={at} role="cell">
          <Skeleton height={12} width={at === 0 ? 160 : 56} />
        </td>
      ))}
    </tr>
  )
}
