import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FolderDown } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { withExports } from './drawer'
import styles from './ExportsButton.module.css'
import { exportListQuery, isUnderWay } from './exportQueries'

const ExportsDrawer = lazy(async () => ({ default: (await import('./ExportsDrawer')).ExportsDrawer }))

/** Opens the drawer of exports, whose state is in the address, and shows how many are under way. */
export function ExportsButton() {
  const opened = useSearch({ from: '/signed-in' }).exports === true
  const navigate = useNavigate()
  const news = useNews(opened)
  const button = useRef<HTMLButtonElement>(null)
  const [wanted, setWanted] = useState(opened)
  if (opened && !wanted) {
    setWanted(true)
  }
  const go = (open: boolean) => {
    void navigate({
      to: '.',
      resetScroll: false,
      search: (before: Record<string, unknown>) => withExports(before, open),
    })
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        onClick={() => {
          go(true)
        }}
      >
        <FolderDown size={16} aria-hidden="true" />
        <span className={styles.words}>Exports</span>
        <Mark {...news} />
      </button>
      <span className="visually-hidden" role="status">
        {news.ready > 0 ? 'An export is ready' : ''}
      </span>
      {wanted ? (
        <Suspense>
          <ExportsDrawer
            opened={opened}
            onClose={() => {
              go(false)
            }}
            onClosed={() => {
              button.current?.focus()
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}

interface News {
  readonly underWay: number
  /** How many became ready since the drawer was open. */
  readonly ready: number
}

/** Exports under way and finished; polls only while one is under way. */
function useNews(opened: boolean): News {
  const { data } = useInfiniteQuery({
    ...exportListQuery,
    enabled: ({ state }) => state.data?.pages.some((page) => page.exports.some(isUnderWay)) === true,
  })
  const exports = data?.pages.flatMap((page) => page.exports) ?? []
  const underWay = exports.filter(isUnderWay).map(({ id }) => id)
  const [watched, setWatched] = useState<readonly string[]>([])
  const fresh = underWay.filter((id) => !watched.includes(id))
  if (opened ? watched.length > 0 : fresh.length > 0) {
    setWatched(opened ? [] : [...watched, ...fresh])
  }
  return {
    underWay: underWay.length,
    ready: exports.filter(({ id, status }) => status === 'ready' && watched.includes(id)).length,
  }
}

/** The same as a number beside the button's name, in words where there is room. */
function Mark({ underWay, ready }: News) {
  const [count, words] = underWay > 0 ? [underWay, 'under way'] : [ready, 'ready']
  return count === 0 ? null : (
    <span className={styles.mark} data-ready={underWay === 0}>
      {count} <span className={styles.words}>{words}</span>
    </span>
  )
}
