import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import styles from './PeriodFilter.module.css'

interface DayFieldsProps {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly today: string
  readonly onChoose: (from: string, to: string) => void
}

/** Fields to type a first and a last day. */
export function DayFields({ from = '', to = '', today, onChoose }: DayFieldsProps) {
  const [first, setFirst] = useState(from)
  const [last, setLast] = useState(to)
  const possible = first !== '' && first <= last && last <= today
  return (
    <form
      className={styles.days}
      onSubmit={(event) => {
        event.preventDefault()
        // It may be in a popover of another form.
        event.stopPropagation()
        if (possible) {
          onChoose(first, last)
        }
      }}
    >
      <TextInput
        type="date"
        size="xs"
        label="From"
        max={last === '' ? today : last}
        value={first}
        onChange={(event) => {
          setFirst(event.currentTarget.value)
        }}
      />
      <TextInput
        type="date"
        size="xs"
        label="To"
        min={first}
        max={today}
        value={last}
        onChange={(event) => {
          setLast(event.currentTarget.value)
        }}
      />
      <Button type="submit" size="xs" variant="default" disabled={!possible}>
        Apply
      </Button>
    </form>
  )
}
