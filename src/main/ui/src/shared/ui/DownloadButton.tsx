import { Button } from '@mantine/core'
import { Download } from 'lucide-react'
import { useDownload } from './useDownload'

/** A way to take what is shown as a file. */
export function DownloadButton({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Button
      component="a"
      href={href}
      download
      onClick={useDownload()}
      variant="default"
      size="xs"
      leftSection={<Download size={14} aria-hidden="true" />}
    >
      {children}
    </Button>
  )
}
