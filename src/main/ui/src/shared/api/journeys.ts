import { queryOptions } from '@tanstack/react-query'
import { answer, api, content, type Schemas } from './client'

/** A journey with its version, which an edit sends back. */
export interface VersionedJourney {
  readonly journey: Schemas['Journey']
  readonly version: string | null
}

/** A journey as it is defined, with its version. */
export function versionedJourneyQuery(journey: string) {
  return queryOptions({
    queryKey: ['journey', journey],
    queryFn: ({ signal }) => versioned(api.GET('/journeys/{id}', { params: { path: { id: journey } }, signal })),
  })
}

/** A journey as it is defined. */
export function journeyQuery(journey: string) {
  return queryOptions({ ...versionedJourneyQuery(journey), select: journeyOf })
}

/** The changes of a journey, oldest first. */
export function journeyHistoryQuery(journey: string) {
  return queryOptions({
    queryKey: ['journey', journey, 'history'],
    queryFn: ({ signal }) => content(api.GET('/journeys/{id}/history', { params: { path: { id: journey } }, signal })),
  })
}

/** What a call that shows a journey comes to. */
export async function versioned(
  call: Promise<{ data?: Schemas['Journey']; error?: unknown; response: Response }>,
): Promise<VersionedJourney> {
  const { data, version } = await answer(call)
  return { journey: data, version }
}

function journeyOf({ journey }: VersionedJourney): Schemas['Journey'] {
  return journey
}
