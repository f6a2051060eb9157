import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isEditable } from '@/features/journeys/lifeCycle'
import { versionedJourneyQuery } from '@/shared/api/journeys'
import { useMayManage } from '@/shared/api/session'
import { Skeleton } from '@/shared/ui/Skeleton'
import { DetailsCard } from './DetailsCard'
import { EditLock } from './EditLock'
import { GoalsCard } from './GoalsCard'
import { HistoryCard } from './HistoryCard'
import { StepsCard } from './StepsCard'

/** The definition of a journey, with its edits and their history. */
export function SettingsPage() {
  const { journey: journeyId } = useParams({ from: '/signed-in/journeys/$journey' })
  // Where it cannot be had, the page around this says so.
  const { data: current } = useQuery(versionedJourneyQuery(journeyId))
  const mayManage = useMayManage()
  const editable = current !== undefined && mayManage && isEditable(current.journey.status)
  const add = useRef<HTMLButtonElement>(null)
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    if (paused && editable) {
      // The button that paused is gone, and this is what it was pressed for.
      add.current?.focus()
    }
  }, [paused, editable])
  if (current === undefined) {
    return (
      <>
        <Skeleton height={180} />
        <Skeleton height={280} />
      </>
    )
  }
  return (
    <>
      <p role="status" className="visually-hidden">
        {paused && editable ? 'The journey is paused and can be edited.' : ''}
      </p>
      {editable ? null : (
        <EditLock
          journey={current.journey}
          onPaused={() => {
            setPaused(true)
          }}
        />
      )}
      <GoalsCard current={current} editable={editable} add={add} />
      <DetailsCard current={current} editable={editable} />
      <StepsCard steps={current.journey.steps} />
      <HistoryCard journeyId={journeyId} />
    </>
  )
}
