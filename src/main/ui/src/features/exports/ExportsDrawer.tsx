import { Drawer } from '@mantine/core'
import { ExportList } from './ExportList'

interface ExportsDrawerProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Tells that it is gone. */
  readonly onClosed: () => void
}

/** The tenant's exports, at the side of whatever page. */
export function ExportsDrawer({ opened, onClose, onClosed }: ExportsDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size="min(100vw, 520px)"
      title="My exports"
      // It may have been open when the page came, and returns to what opens it.
      returnFocus={false}
      onExitTransitionEnd={onClosed}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ExportList />
    </Drawer>
  )
}
