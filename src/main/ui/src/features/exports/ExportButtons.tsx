import { Button } from '@mantine/core'
import { Ban, Download, RotateCw, Trash2 } from 'lucide-react'
import type { Schemas } from '@/shared/api/client'
import { useDownload } from '@/shared/ui/useDownload'
import { focusOn } from './focusOn'

interface ExportButtonProps {
  /** Which export it is, for screen readers, where there are several. */
  readonly of?: string | undefined
}

interface ActionProps extends ExportButtonProps {
  readonly busy?: boolean
  readonly onClick: () => void
}

/** Takes the file of an export that is ready. */
export function TakeFile({ id, of, awaited = false }: ExportButtonProps & TakeFileProps) {
  return (
    <Button
      component="a"
      href={`/api/v1/exports/${encodeURIComponent(id)}/file`}
      download
      onClick={useDownload()}
      size="xs"
      variant={awaited ? 'filled' : 'default'}
      leftSection={<Download size={14} aria-hidden="true" />}
      {...(awaited ? { ref: focusOn } : {})}
    >
      Download CSV
      <Of name={of} />
    </Button>
  )
}

interface TakeFileProps {
  readonly id: string
  /** Whether the user waited for the file; then the button takes the focus. */
  readonly awaited?: boolean
}

/** Ends an export that is under way. */
export function CancelExport({ of, busy = false, onClick }: ActionProps) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Ban size={14} aria-hidden="true" />}
      loading={busy}
      onClick={onClick}
    >
      Cancel export
      <Of name={of} />
    </Button>
  )
}

/** Asks once more for the file of an export that has none. */
export function ExportAgain({ status, of, busy = false, takesFocus = false, onClick }: ActionProps & ExportAgainProps) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<RotateCw size={14} aria-hidden="true" />}
      loading={busy}
      onClick={onClick}
      {...(takesFocus ? { ref: focusOn } : {})}
    >
      {status === 'failed' ? 'Try again' : 'Export again'}
      <Of name={of} />
    </Button>
  )
}

interface ExportAgainProps {
  readonly status: Schemas['ExportStatus']
  /** Whether it replaces a button that had the focus. */
  readonly takesFocus?: boolean
}

/** Asks whether a file is to be deleted. */
export function DeleteFile({ of, returned, onClick }: ActionProps & { readonly returned: boolean }) {
  return (
    <Button
      size="xs"
      variant="subtle"
      leftSection={<Trash2 size={14} aria-hidden="true" />}
      onClick={onClick}
      {...(returned ? { ref: focusOn } : {})}
    >
      Delete
      <Of name={of} />
    </Button>
  )
}

function Of({ name }: { readonly name: string | undefined }) {
  return name === undefined ? null : <span className="visually-hidden">: {name}</span>
}
