import { useSession } from '@/shared/api/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { RetentionCard } from './RetentionCard'
import styles from './TenantSettings.module.css'
import { UsageCard } from './UsageCard'

/** What the tenant's admins see and decide: how long events are kept, and what is used. */
export function TenantSettingsPage() {
  const { tenant, role } = useSession()
  return (
    <div className={styles.page}>
      {role === 'admin' ? (
        <>
          <RetentionCard tenantId={tenant.id} />
          <UsageCard tenantId={tenant.id} />
        </>
      ) : (
        <EmptyState title="For admins only">These settings need a key of the role admin.</EmptyState>
      )}
    </div>
  )
}
