import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { selectedMetric, withContributors } from '@/shared/url/contributors'
import { useFocusReturn } from './useFocusReturn'

const ContributorsDrawer = lazy(async () => ({ default: (await import('./ContributorsDrawer')).ContributorsDrawer }))

/** The list of the users behind a number, for as long as the address names one. */
export function OpenedContributors() {
  const selector = selectedMetric({ ...useSearch({ from: '/signed-in/journeys/$journey' }) })
  const navigate = useNavigate()
  useFocusReturn(selector !== undefined)
  return selector === undefined ? null : (
    <Suspense>
      <ContributorsDrawer
        selector={selector}
        onClose={() => {
          void navigate({
            to: '.',
            resetScroll: false,
            search: (before: Record<string, unknown>) => withContributors(before, undefined),
          })
        }}
      />
    </Suspense>
  )
}
