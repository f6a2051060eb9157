import { Tooltip } from '@mantine/core'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import styles from './Clamped.module.css'

interface ClampedProps {
  readonly text: string
  /** The text as a link; the text alone without it. */
  readonly children?: ReactNode
}

/** A name in two lines at most; hover and focus show all of a longer one. */
export function Clamped({ text, children }: ClampedProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [cut, setCut] = useState(false)
  useLayoutEffect(() => {
    const shown = place.current
    if (shown === null) {
      return undefined
    }
    const observer = new ResizeObserver(() => {
      setCut(shown.scrollHeight > shown.clientHeight + 1)
    })
    observer.observe(shown)
    return () => {
      observer.disconnect()
    }
  }, [text])
  return (
    <Tooltip label={text} disabled={!cut}>
      <span ref={place} className={styles.text} {...(cut && children === undefined ? { tabIndex: 0 } : {})}>
        {children ?? text}
      </span>
    </Tooltip>
  )
}
