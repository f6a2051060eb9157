import '@mantine/dates/styles.layer.css'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useToday } from '@/shared/format/useToday'
import styles from './RangeCalendar.module.css'

interface RangeCalendarProps {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly timeZone: string
  readonly onChoose: (from: string, to: string) => void
}

/** A calendar to choose a first and a last day in, which may be the same; days are those of the time zone. */
export function RangeCalendar({ from, to, timeZone, onChoose }: RangeCalendarProps) {
  const [range, setRange] = useState<[string | null, string | null]>([from ?? null, to ?? null])
  const today = useToday(timeZone)
  return (
    <DatePicker
      type="range"
      allowSingleDateInRange
      value={range}
      maxDate={today}
      size="sm"
      {...(styles.day === undefined ? {} : { classNames: { day: styles.day } })}
      defaultDate={to ?? today}
      ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
      getDayProps={(day) => (day === today ? { 'aria-current': 'date' as const } : {})}
      onChange={([first, last]) => {
        setRange([first, last])
        if (first !== null && last !== null) {
          onChoose(first, last)
        }
      }}
    />
  )
}
