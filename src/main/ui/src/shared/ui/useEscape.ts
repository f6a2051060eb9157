import { useEffectEvent, useLayoutEffect } from 'react'

/**
 * Closes something by Escape for as long as it is open, wherever the focus is. Popovers of the library listen on
 * themselves, and so only once the focus has moved into them, a moment after they are shown.
 */
export function useEscape(opened: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    if (!opened) {
      return undefined
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.stopPropagation()
        close()
      }
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [opened])
}
