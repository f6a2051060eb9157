import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * Closes something by Escape for as long as it is open, wherever the focus is. Popovers of the library listen on
 * themselves, and so only once the focus has moved into them, a moment after they are shown.
 *
 * @returns what to call when it has gone: gives the focus back to what opened it, where Escape was too quick for the
 *   library, which moves the focus into what is closing already
 */
export function useEscape(opened: boolean, onClose: () => void): () => void {
  const opener = useRef<Element | null>(null)
  const escaped = useRef(false)
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    if (!opened) {
      return undefined
    }
    opener.current = document.activeElement
    escaped.current = false
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.stopPropagation()
        escaped.current = true
        close()
      }
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [opened])
  return () => {
    if (escaped.current && opener.current instanceof HTMLElement) {
      opener.current.focus()
    }
  }
}
