import { Button } from '@mantine/core'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { ApiProblem } from '@/shared/api/problem'
import styles from './State.module.css'

interface ErrorStateProps {
  readonly problem: unknown
  readonly onRetry?: (() => void) | undefined
}

/** Says what went wrong, and offers to try again. */
export function ErrorState({ problem, onRetry }: ErrorStateProps) {
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

function titleOf(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) {
    return 'This could not be shown'
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
