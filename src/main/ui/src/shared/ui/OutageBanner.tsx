import { Button } from '@mantine/core'
import { InlineProblem } from './InlineProblem'
import { useReload } from './outage'

/** Says once for the whole page that the service cannot be reached. */
export function OutageBanner() {
  const reload = useReload()
  return (
    <InlineProblem
      actions={
        <Button variant="default" size="xs" onClick={reload}>
          Try again
        </Button>
      }
    >
      <p>
        <strong>No connection.</strong> The service cannot be reached. Numbers on this page may be missing or out of
        date.
      </p>
    </InlineProblem>
  )
}
