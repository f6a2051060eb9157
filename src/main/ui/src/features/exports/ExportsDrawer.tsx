import { Drawer } from '@mantine/core'
import { ExportList } from './ExportList'

interface ExportsDrawerProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Called once the drawer has closed. */
  readonly onClosed: () => void
}

/** The tenant's exports, in a drawer beside any page. */
export function ExportsDrawer({ opened, onClose, onClosed }: ExportsDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size="min(100vw, 520px)"
      title="Exports"
      // It may have been open when the page came, and returns to what opens it.
      returnFocus={false}
      onExitTransitionEnd={onClosed}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ExportList />
    </Drawer>
  )
}
