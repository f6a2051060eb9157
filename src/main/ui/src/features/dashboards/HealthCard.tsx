import { Card } from '@/shared/ui/Card'
import { ErrorState } from '@/shared/ui/ErrorState'
import { HealthFigures } from './HealthFigures'
import styles from './OverviewPage.module.css'
import { SectionLink } from './SectionLink'
import { useHealth } from './useHealth'

/** The journey's health, at a glance. */
export function HealthCard() {
  const { now, data, before, problem } = useHealth()
  return (
    <Card title={<SectionLink section="health">Campaign health</SectionLink>}>
      {problem === null ? (
        <div className={styles.figures}>
          <HealthFigures data={data} before={before} withSeries />
        </div>
      ) : (
        <ErrorState problem={problem} onRetry={() => void now.refetch()} />
      )}
    </Card>
  )
}
