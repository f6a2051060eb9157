import { Popover } from '@mantine/core'
import { CalendarDays, Check, ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { formatDate } from '@/shared/format/times'
import { useToday } from '@/shared/format/useToday'
import { periodNames, periodTitles, type PeriodSearch } from '@/shared/url/period'
import { Skeleton } from '@/shared/ui/Skeleton'
import { useEscape } from '@/shared/ui/useEscape'
import { DayFields } from './DayFields'
import styles from './PeriodFilter.module.css'
import { presetNames, presetOf, presetRange, presetTitles } from './presets'

const RangeCalendar = lazy(async () => ({ default: (await import('./RangeCalendar')).RangeCalendar }))

interface PeriodFilterProps {
  readonly value: PeriodSearch
  readonly timeZone: string
  readonly onChange: (period: PeriodSearch) => void
  /** Called when the choice opens or closes. */
  readonly onToggle?: (opened: boolean) => void
}

/** Chooses the period of everything on the page. */
export function PeriodFilter({ value, timeZone, onChange, onToggle }: PeriodFilterProps) {
  const [opened, setState] = useState(false)
  const [calendar, setCalendar] = useState(false)
  const today = useToday(timeZone)
  const preset = value.period === 'custom' ? presetOf(value, today) : undefined
  const current = preset ?? value.period ?? 'all'
  const words = preset === undefined ? wordsOf(value) : presetTitles[preset]
  const setOpened = (next: boolean) => {
    setState(next)
    onToggle?.(next)
  }
  const onGone = useEscape(opened, () => {
    setOpened(false)
  })
  const choose = (period: PeriodSearch) => {
    setOpened(false)
    onChange(period)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles
      closeOnEscape={false}
      onExitTransitionEnd={onGone}
      onClose={() => {
        setCalendar(false)
      }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.target}
          aria-label={`Period: ${words}`}
          title={wordsOf(value)}
          onClick={() => {
            setCalendar(current === 'custom')
            setOpened(!opened)
          }}
        >
          <CalendarDays size={15} aria-hidden="true" />
          {words}
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown} aria-label="Period">
        <ul className={styles.presets}>
          {periodNames
            .filter((name) => name !== 'custom')
            .map((name) => (
              <Preset
                key={name}
                title={periodTitles[name]}
                chosen={name === current}
                onChoose={() => {
                  choose(name === 'all' ? {} : { period: name })
                }}
              />
            ))}
          {presetNames.map((name) => (
            <Preset
              key={name}
              title={presetTitles[name]}
              chosen={name === current}
              onChoose={() => {
                choose({ period: 'custom', ...presetRange(name, today) })
              }}
            />
          ))}
          <Preset
            title={periodTitles.custom}
            chosen={current === 'custom'}
            onChoose={() => {
              setCalendar(true)
            }}
          />
        </ul>
        {calendar ? (
          <div className={styles.calendar}>
            <DayFields
              from={value.from}
              to={value.to}
              today={today}
              onChoose={(from, to) => {
                choose({ period: 'custom', from, to })
              }}
            />
            <Suspense fallback={<Skeleton height={252} width={252} />}>
              <RangeCalendar
                from={value.from}
                to={value.to}
                timeZone={timeZone}
                onChoose={(from, to) => {
                  choose({ period: 'custom', from, to })
                }}
              />
            </Suspense>
            <p className={styles.zone}>Days in {timeZone}</p>
          </div>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

interface PresetProps {
  readonly title: string
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Preset({ title, chosen, onChoose }: PresetProps) {
  return (
    <li>
      <button type="button" className={styles.preset} aria-pressed={chosen} data-chosen={chosen} onClick={onChoose}>
        {title}
        {chosen ? <Check size={14} aria-hidden="true" /> : null}
      </button>
    </li>
  )
}

/** A period in words: `30 days`, `1 May 2026 – 7 May 2026`. */
export function wordsOf({ period, from, to }: PeriodSearch): string {
  return period === 'custom' && from !== undefined && to !== undefined
    ? from === to
      ? formatDate(from)
      : `${formatDate(from)} – ${formatDate(to)}`
    : periodTitles[period ?? 'all']
}
