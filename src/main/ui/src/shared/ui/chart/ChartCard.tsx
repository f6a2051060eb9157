import { ActionIcon, Tooltip } from '@mantine/core'
import { ChartLine, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Card } from '@/shared/ui/Card'
import { ChartBody } from './ChartBody'
import type { ChartModel } from './model'
import styles from './Chart.module.css'

interface ChartCardProps {
  readonly title: ReactNode
  /** What is drawn; undefined while it is loading. */
  readonly model: ChartModel | undefined
  readonly actions?: ReactNode
  readonly size?: 'small' | 'large'
}

/** A chart with its legend, and the same numbers as a table. */
export function ChartCard({ title, model, actions, size = 'large' }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  const change = asTable ? 'Show as chart' : 'Show as table'
  return (
    <Card
      title={title}
      actions={
        <span className={styles.actions}>
          {actions}
          <Tooltip label={change}>
            <ActionIcon
              variant="subtle"
              aria-label={change}
              aria-pressed={asTable}
              onClick={() => {
                setAsTable(!asTable)
              }}
            >
              {asTable ? <ChartLine size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
            </ActionIcon>
          </Tooltip>
        </span>
      }
    >
      <ChartBody model={model} size={size} asTable={asTable} />
    </Card>
  )
}
