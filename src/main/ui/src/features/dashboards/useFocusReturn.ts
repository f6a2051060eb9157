import { useLayoutEffect } from 'react'

/**
 * Gives the focus back to what had it before; a drawer that is gone with its address cannot.
 *
 * @param opener what gets it instead, where what had it may be gone by then
 */
export function useFocusReturn(opened: boolean, opener?: HTMLElement | null) {
  useLayoutEffect(() => {
    const target = opener ?? document.activeElement
    if (!opened || !(target instanceof HTMLElement)) {
      return undefined
    }
    return () => {
      target.focus({ preventScroll: true })
    }
  }, [opened, opener])
}
