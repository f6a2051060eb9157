import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, content } from '@/shared/api/client'

/** The tenant, how long its events are kept, and the first day kept; for its admins. */
export function tenantQuery(tenant: string) {
  return queryOptions({
    queryKey: ['tenant', tenant],
    queryFn: ({ signal }) => content(api.GET('/tenants/{tenant}', { params: { path: { tenant } }, signal })),
  })
}

/** The tenant's limits, and how much of each it uses; for its admins. */
export function usageQuery(tenant: string) {
  return queryOptions({
    queryKey: ['tenant', tenant, 'usage'],
    queryFn: ({ signal }) => content(api.GET('/tenants/{tenant}/usage', { params: { path: { tenant } }, signal })),
  })
}

/** Says how many days events are kept, null for ever; afterwards every number is asked for again. */
export function useRetention(tenant: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (days: number | null) =>
      content(api.PATCH('/tenants/{tenant}', { params: { path: { tenant } }, body: { retention_days: days } })),
    onSuccess: (changed) => {
      queryClient.setQueryData(tenantQuery(tenant).queryKey, changed)
      void queryClient.invalidateQueries()
    },
  })
}
