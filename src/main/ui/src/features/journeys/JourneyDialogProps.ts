import type { RefObject } from 'react'
import type { VersionedJourney } from '@/shared/api/journeys'
import type { DialogHandle } from '@/shared/ui/FormDialog'

/** What every dialog about a journey is given. */
export interface JourneyDialogProps {
  /** The journey as it is now, which may differ from when the dialog was opened. */
  readonly current: VersionedJourney
  readonly opened: boolean
  readonly onClose: () => void
  readonly returnTo: RefObject<HTMLElement | null>
}

/** What the form in such a dialog is given. */
export interface JourneyFormProps {
  readonly current: VersionedJourney
  readonly dialog: DialogHandle
}
