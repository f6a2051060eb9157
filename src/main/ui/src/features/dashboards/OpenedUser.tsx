import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { withUser } from '@/shared/url/views'
import { useFocusReturn } from './useFocusReturn'

const TimelineDrawer = lazy(async () => ({ default: (await import('./TimelineDrawer')).TimelineDrawer }))

/** The timeline of the user whom the address names, if it names one. */
export function OpenedUser() {
  const { user } = useSearch({ from: '/signed-in/journeys/$journey' })
  const navigate = useNavigate()
  useFocusReturn(user !== undefined)
  return user === undefined ? null : (
    <Suspense>
      <TimelineDrawer
        key={user}
        userId={user}
        onClose={() => {
          void navigate({
            to: '.',
            resetScroll: false,
            search: (before: Record<string, unknown>) => withUser(before, undefined),
          })
        }}
      />
    </Suspense>
  )
}
