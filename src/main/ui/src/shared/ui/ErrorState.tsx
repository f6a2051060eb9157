import { Button } from '@mantine/core'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { use } from 'react'
import { ApiProblem } from '@/shared/api/problem'
import { OutageShown } from './outage'
import styles from './State.module.css'

interface ErrorStateProps {
  readonly problem: unknown
  readonly onRetry?: (() => void) | undefined
}

/** Says what went wrong, and offers to try again. */
export function ErrorState({ problem, onRetry }: ErrorStateProps) {
  const outageShown = use(OutageShown)
  if (isNewVersion(problem)) {
    return <NewVersion />
  }
  if (outageShown && problem instanceof ApiProblem && problem.status === 0) {
    return (
      <div className={styles.state}>
        <p className={styles.text}>Not loaded</p>
      </div>
    )
  }
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>
        <TriangleAlert size={16} aria-hidden="true" className={styles.icon} />
        {titleOf(problem)}
      </p>
      <p className={styles.text}>{problem instanceof Error ? problem.message : 'Something unexpected happened.'}</p>
      {problem instanceof ApiProblem && problem.status >= 500 && problem.requestId !== null ? (
        <p className={styles.text}>Request {problem.requestId}</p>
      ) : null}
      {onRetry === undefined ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<RotateCw size={14} aria-hidden="true" />}
          onClick={() => {
            onRetry()
          }}
        >
          Try again
        </Button>
      )}
    </div>
  )
}

/** A script or style of the page is gone, as another version has been deployed since the page was loaded. */
function NewVersion() {
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>A new version is available</p>
      <p className={styles.text}>Reload the page to continue with it.</p>
      <Button
        variant="default"
        size="xs"
        leftSection={<RotateCw size={14} aria-hidden="true" />}
        onClick={() => {
          location.reload()
        }}
      >
        Reload
      </Button>
    </div>
  )
}

const missingPart =
  /^(Unable to preload CSS|Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed)/i

/** Whether a part of the page could not be loaded, in the words of Vite, Chromium, Firefox and Safari. */
export function isNewVersion(problem: unknown): boolean {
  return problem instanceof Error && missingPart.test(problem.message)
}

function titleOf(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) {
    return 'This cannot be shown'
  }
  switch (problem.status) {
    case 0:
      return 'No connection'
    case 403:
      return 'Your key does not allow this'
    case 404:
      return 'Not found'
    case 429:
    case 503:
      return 'Temporarily overloaded'
    default:
      return problem.title
  }
}
