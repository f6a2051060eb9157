import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useState } from 'react'

const TYPED = 300
const LONGEST = 256

interface SearchFieldProps {
  /** What it searches, for screen readers. */
  readonly label: string
  readonly placeholder: string
  /** What is searched for now, as the address says. */
  readonly value: string
  readonly onSearch: (text: string) => void
  readonly className?: string | undefined
}

/** A search field: searches when the user stops typing, and follows the address on back and forward. */
export function SearchField({ label, placeholder, value, onSearch, className }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [asked, setAsked] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    // What was asked for here may come back while more is typed.
    if (value !== asked) {
      setAsked(value)
      setTyped(value)
    }
  }
  const search = useDebouncedCallback(
    (text: string) => {
      setAsked(text.trim())
      onSearch(text.trim())
    },
    { delay: TYPED, flushOnUnmount: false },
  )
  return (
    <TextInput
      size="xs"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      maxLength={LONGEST}
      className={className ?? ''}
      leftSection={<Search size={14} aria-hidden="true" />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
      onBlur={() => {
        search.flush()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          search.flush()
        }
      }}
    />
  )
}
