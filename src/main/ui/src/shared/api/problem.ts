import type { components } from '@/generated/api'

type ProblemDocument = components['schemas']['Problem']

/** A request that failed: a problem document of the service, or that the service could not be reached (status 0). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly title: string
  /** The id of the request in the service's logs, if it got there. */
  readonly requestId: string | null
  readonly fields: readonly { readonly field: string; readonly message: string }[]

  constructor(
    document: Pick<ProblemDocument, 'status' | 'title' | 'detail'> & Partial<ProblemDocument>,
    requestId: string | null = null,
  ) {
    super(document.detail)
    this.status = document.status
    this.title = document.title
    this.fields = document.errors ?? []
    this.requestId = requestId
  }

  /** The problem of a failed answer; a proxy may answer without a problem document. */
  static of(response: Response, body: unknown): ApiProblem {
    return new ApiProblem(
      isProblem(body)
        ? body
        : {
            status: response.status,
            title: response.statusText || 'Error',
            detail: `The service answered with status ${response.status}.`,
          },
      response.headers.get('X-Request-Id'),
    )
  }

  /** The request did not reach the service. */
  static readonly unreachable = () =>
    new ApiProblem({ status: 0, title: 'No connection', detail: 'The service cannot be reached.' })

  /** Whether the same request may succeed later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === 'object' && body !== null && 'status' in body && 'detail' in body && 'title' in body
}
