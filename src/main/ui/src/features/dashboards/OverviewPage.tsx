import { AudienceCard } from './AudienceCard'
import { ChannelsCard } from './ChannelsCard'
import { HealthCard } from './HealthCard'
import { PerformanceCard } from './PerformanceCard'
import styles from './OverviewPage.module.css'

/** The four dashboards side by side, each with a link to its own page. */
export function OverviewPage() {
  return (
    <div className={styles.cards}>
      <PerformanceCard />
      <AudienceCard />
      <ChannelsCard />
      <HealthCard />
    </div>
  )
}
