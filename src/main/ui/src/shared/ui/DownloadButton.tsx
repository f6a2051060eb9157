import { Button } from '@mantine/core'
import { Download } from 'lucide-react'

/** A way to take what is shown as a file. */
export function DownloadButton({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      size="xs"
      leftSection={<Download size={14} aria-hidden="true" />}
    >
      {children}
    </Button>
  )
}
