import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { behindOf, withBehind } from '@/shared/url/behind'
import { useFocusReturn } from './useFocusReturn'

const BehindDrawer = lazy(async () => ({ default: (await import('./BehindDrawer')).BehindDrawer }))

/** The drawer of the users behind the number that the address names, if it names one. */
export function BehindNumber() {
  const behind = behindOf(useSearch({ from: '/signed-in/journeys/$journey' }))
  const navigate = useNavigate()
  useFocusReturn(behind !== undefined)
  return behind === undefined ? null : (
    <Suspense>
      <BehindDrawer
        behind={behind}
        onClose={() => {
          void navigate({
            to: '.',
            resetScroll: false,
            search: (before: Record<string, unknown>) => withBehind(before, undefined),
          })
        }}
      />
    </Suspense>
  )
}
