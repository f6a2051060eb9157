import { queryOptions } from '@tanstack/react-query'
import { api, content } from './client'

/** A journey as it is defined. */
export function journeyQuery(journey: string) {
  return queryOptions({
    queryKey: ['journey', journey],
    queryFn: ({ signal }) => content(api.GET('/journeys/{id}', { params: { path: { id: journey } }, signal })),
  })
}
