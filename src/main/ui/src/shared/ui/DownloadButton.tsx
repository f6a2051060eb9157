import { Button } from '@mantine/core'
import { Download } from 'lucide-react'
import { useDownload } from './useDownload'

interface DownloadButtonProps {
  readonly href: string
  readonly children: string
  /** What the file is about, for screen readers. */
  readonly about?: string
}

/** A link that downloads what is shown as a file. */
export function DownloadButton({ href, children, about }: DownloadButtonProps) {
  return (
    <Button
      component="a"
      href={href}
      download
      aria-label={about === undefined ? undefined : `${children}: ${about}`}
      onClick={useDownload()}
      variant="default"
      size="xs"
      leftSection={<Download size={14} aria-hidden="true" />}
    >
      {children}
    </Button>
  )
}
