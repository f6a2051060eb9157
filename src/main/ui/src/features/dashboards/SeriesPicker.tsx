import { Button, Checkbox, Popover } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useEscape } from '@/shared/ui/useEscape'
import styles from './CommunicationsPage.module.css'

interface SeriesPickerProps {
  /** What is picked: `Metrics`, `Goals`. */
  readonly label: string
  readonly options: readonly { readonly key: string; readonly title: string }[]
  readonly chosen: readonly string[]
  readonly onChoose: (keys: readonly string[]) => void
}

/** Chooses which series a chart shows, at least one. */
export function SeriesPicker({ label, options, chosen, onChoose }: SeriesPickerProps) {
  const [opened, setOpened] = useState(false)
  const onGone = useEscape(opened, () => {
    setOpened(false)
  })
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
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<ChevronDown size={13} aria-hidden="true" />}
          onClick={() => {
            setOpened(!opened)
          }}
        >
          {label}: {chosen.length}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`${label} of the chart`}>
        <div className={styles.picker}>
          {options.map(({ key, title }) => (
            <Checkbox
              key={key}
              size="xs"
              label={title}
              checked={chosen.includes(key)}
              disabled={chosen.length === 1 && chosen.includes(key)}
              onChange={(event) => {
                onChoose(event.currentTarget.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
              }}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
