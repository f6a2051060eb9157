import { AudienceCard } from './AudienceCard'
import { ChannelsCard } from './ChannelsCard'
import { HealthCard } from './HealthCard'
import { PerformanceCard } from './PerformanceCard'
import styles from './OverviewPage.module.css'
import { useOverview } from './useOverview'
import { useView } from './useView'

/** The four dashboards side by side, each with a link to its own page. */
export function OverviewPage() {
  const view = useView()
  const overview = useOverview(view)
  return (
    <div className={styles.cards}>
      <PerformanceCard overview={overview} />
      <AudienceCard view={view} overview={overview} />
      <ChannelsCard view={view} overview={overview} />
      <HealthCard view={view} overview={overview} />
    </div>
  )
}
