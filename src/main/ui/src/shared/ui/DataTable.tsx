import { ArrowDown, ArrowUp } from 'lucide-react'
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
  /** The metric it shows; then its head tells the definition. */
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
  /** What the table shows, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** The rows; undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined
  readonly keyOf: (row: Row) => string
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort | undefined) => void
  /** What stands instead of rows where there are none. */
  readonly empty?: ReactNode
  readonly expectedRows?: number
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
}: DataTableProps<Row>) {
  if (rows?.length === 0 && empty !== undefined) {
    return empty
  }
  return (
    // A region that scrolls can be reached by the keyboard.
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? Array.from({ length: expectedRows }, (_, at) => <PendingRow key={at} columns={columns.length} />)
            : rows.map((row) => (
                <tr key={keyOf(row)}>
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
    <th scope="row" data-align={column.align} data-wraps={column.wraps}>
      {column.cell(row)}
    </th>
  ) : (
    <td data-align={column.align} data-wraps={column.wraps} data-pinned={column.pinned}>
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
  const Arrow = isDescending(sort) ? ArrowDown : ArrowUp
  const sortable = column.sortable === true && onSort !== undefined
  return (
    <th scope="col" data-align={column.align} aria-sort={chosen ? direction : undefined}>
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
    <tr>
      {Array.from({ length: columns }, (_, at) => (
        <td key={at}>
          <Skeleton height={12} width={at === 0 ? 160 : 56} />
        </td>
      ))}
    </tr>
  )
}
