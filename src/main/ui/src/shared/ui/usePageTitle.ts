import { useEffect } from 'react'

/** Sets the title of the browser's tab from the parts that are known, most specific first. */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, 'Journey Stats'].filter((part) => part !== undefined).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
