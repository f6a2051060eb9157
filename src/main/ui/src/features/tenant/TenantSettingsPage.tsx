import { useSession } from '@/shared/api/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { RetentionCard } from './RetentionCard'
import styles from './TenantSettings.module.css'
import { UsageCard } from './UsageCard'

/** What the tenant's admins see and decide: how long events are kept, and what is used. */
export function TenantSettingsPage() {
  usePageTitle('Settings')
  const { tenant, role } = useSession()
  return (
    <div className={styles.page}>
      <h1>Settings of {tenant.name}</h1>
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
