import { useLayoutEffect } from 'react'

/** Gives the focus back to what had it before; a drawer that is gone with its address cannot. */
export function useFocusReturn(opened: boolean) {
  useLayoutEffect(() => {
    const opener = document.activeElement
    if (!opened || !(opener instanceof HTMLElement)) {
      return undefined
    }
    return () => {
      opener.focus({ preventScroll: true })
    }
  }, [opened])
}
