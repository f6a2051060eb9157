import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, content } from './client'
import { useSession } from './session'

/** The tenant's keys by their names, which only its administrators may see. */
export function useKeyNames(): ReadonlyMap<string, string> {
  const { tenant, role } = useSession()
  const { data } = useQuery({ ...keysQuery(tenant.id), enabled: role === 'admin' })
  return new Map((data?.keys ?? []).flatMap(({ id, name }) => (name === null ? [] : [[id, name]])))
}

function keysQuery(tenant: string) {
  return queryOptions({
    queryKey: ['keys', tenant],
    queryFn: ({ signal }) => content(api.GET('/tenants/{tenant}/keys', { params: { path: { tenant } }, signal })),
  })
}
