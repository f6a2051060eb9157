import { useEffect } from 'react'

/** Names the page in the browser's tab. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Journey Stats' : `${title} · Journey Stats`
  }, [title])
}
