import { Button, Checkbox, Popover } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Metric } from '@/shared/metrics/catalogue'
import { useEscape } from '@/shared/ui/useEscape'
import styles from './CommunicationsPage.module.css'

interface MetricPickerProps {
  readonly metrics: readonly Metric[]
  readonly chosen: readonly string[]
  readonly onChoose: (keys: readonly string[]) => void
}

/** Chooses which metrics a chart shows, at least one. */
export function MetricPicker({ metrics, chosen, onChoose }: MetricPickerProps) {
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
          Metrics: {chosen.length}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Metrics of the chart">
        <div className={styles.picker}>
          {metrics.map((metric) => (
            <Checkbox
              key={metric.key}
              size="xs"
              label={metric.title}
              checked={chosen.includes(metric.key)}
              disabled={chosen.length === 1 && chosen.includes(metric.key)}
              onChange={(event) => {
                onChoose(
                  event.currentTarget.checked ? [...chosen, metric.key] : chosen.filter((key) => key !== metric.key),
                )
              }}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
