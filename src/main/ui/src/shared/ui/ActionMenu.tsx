import { Menu, type MenuProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useEscape } from './useEscape'

/** What the focus may be on while a menu stays open: the menu, or what opened it. */
const INSIDE = '[role="menu"], [aria-haspopup="menu"][aria-expanded="true"]'

/** A menu that closes by Escape from its first frame on, and when the focus leaves it; its parts are the library's. */
export function ActionMenu(props: Omit<MenuProps, 'opened' | 'onChange' | 'returnFocus'>) {
  const [state, setState] = useState<'open' | 'closed' | 'left'>('closed')
  const opened = state === 'open'
  const onGone = useEscape(opened, () => {
    setState('closed')
  })
  useEffect(() => {
    if (!opened) {
      return undefined
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest(INSIDE) === null) {
        setState('left')
      }
    }
    document.addEventListener('focusin', onFocusIn)
    return () => {
      document.removeEventListener('focusin', onFocusIn)
    }
  }, [opened])
  return (
    <Menu
      // The focus is on the first item from the beginning.
      withInitialFocusPlaceholder={false}
      {...props}
      opened={opened}
      onExitTransitionEnd={onGone}
      // Where the focus went on by itself, it stays.
      returnFocus={state !== 'left'}
      onChange={(now) => {
        setState(now ? 'open' : 'closed')
      }}
    />
  )
}
