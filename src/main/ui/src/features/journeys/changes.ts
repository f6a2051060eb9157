import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, content, type Schemas } from '@/shared/api/client'
import { versioned, versionedJourneyQuery, type VersionedJourney } from '@/shared/api/journeys'
import type { Move } from './lifeCycle'
import { isConflict } from './problems'

interface Path {
  readonly id: string
}

const moves = {
  activate: (path: Path) => api.POST('/journeys/{id}/activate', { params: { path } }),
  pause: (path: Path) => api.POST('/journeys/{id}/pause', { params: { path } }),
  finish: (path: Path) => api.POST('/journeys/{id}/finish', { params: { path } }),
  stop: (path: Path) => api.POST('/journeys/{id}/stop', { params: { path } }),
} satisfies Record<Move, unknown>

/** Changes the status of a journey. */
export function useMove(journey: string) {
  return useChange(journey, (move: Move) => versioned(moves[move]({ id: journey })))
}

/** Clones a journey as a draft. */
export function useClone(journey: string) {
  return useChange(journey, () => versioned(api.POST('/journeys/{id}/clone', { params: { path: { id: journey } } })))
}

/** A new title, and the version that it is based on. */
export interface Renaming {
  readonly base: VersionedJourney
  readonly title: string
}

/** Renames a journey. */
export function useRename(journey: string) {
  return useChange(journey, ({ base, title }: Renaming) =>
    versioned(
      api.PATCH('/journeys/{id}', {
        params: { path: { id: journey }, header: ifMatch(base) },
        body: { title },
      }),
    ),
  )
}

/** An edit of a journey, and the version that it is based on. */
export interface Edit {
  readonly base: VersionedJourney
  readonly change: Partial<Pick<Schemas['JourneyForm'], 'title' | 'category' | 'goals'>>
}

/** Saves an edit of a journey, unless it has been changed meanwhile. */
export function useEdit(journey: string) {
  return useChange(journey, ({ base, change }: Edit) => {
    const { title, category, steps, goals } = base.journey
    return versioned(
      api.PUT('/journeys/{id}', {
        params: { path: { id: journey }, header: ifMatch(base) },
        body: { title, category, steps, goals, ...change },
      }),
    )
  })
}

/** Deletes a journey, and drops it from the cache once its pages are left. */
export function useDelete(journey: string, onDeleted: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => content(api.DELETE('/journeys/{id}', { params: { path: { id: journey } } })),
    onSuccess: () => {
      onDeleted()
      void queryClient.invalidateQueries({ queryKey: ['journeys'] })
    },
    onError: () => {
      refresh(queryClient, journey)
    },
  })
}

function ifMatch({ version }: VersionedJourney) {
  return version === null ? {} : { 'If-Match': version }
}

/** Makes a change; afterwards, successful or not, everything about the journey is loaded again. */
function useChange<Input>(journey: string, change: (input: Input) => Promise<VersionedJourney>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      const { queryKey } = versionedJourneyQuery(changed.journey.id)
      queryClient.setQueryData(queryKey, changed)
      refresh(queryClient, changed.journey.id)
    },
    onError: async (problem) => {
      if (isConflict(problem)) {
        // The message about the conflict refers to the current state.
        await look(queryClient, journey)
      }
      refresh(queryClient, journey)
    },
  })
}

function refresh(queryClient: QueryClient, journey: string): void {
  void queryClient.invalidateQueries({ queryKey: ['journey', journey] })
  void queryClient.invalidateQueries({ queryKey: ['stats', journey] })
  void queryClient.invalidateQueries({ queryKey: ['journeys'] })
}

async function look(queryClient: QueryClient, journey: string): Promise<void> {
  await queryClient.query({ ...versionedJourneyQuery(journey), staleTime: 0, retry: false }).catch(() => undefined)
}
