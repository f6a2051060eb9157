import createClient from 'openapi-fetch'
import type { components, paths } from '@/generated/api'
import { ApiProblem } from './problem'

/** The names of the API's own types. */
export type Schemas = components['schemas']

/** The API client, typed by the OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/api/v1' })

/** The result of a call of {@link api}. */
interface Outcome<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/** How fresh an answer is. */
export interface Freshness {
  /** Whether the service answers from its cache, as its store is not available. */
  readonly stale: boolean
  /** The time that the answer describes, in milliseconds since 1970. */
  readonly asOf: number
}

/** An answer and how fresh it is. */
export interface Answer<Data> extends Freshness {
  readonly data: Data
  /** Its entity tag, if it has one; an edit sends it back as `If-Match`. */
  readonly version: string | null
}

/** The answer of a call; throws an {@link ApiProblem} if it failed. */
export async function answer<Data>(call: Promise<Outcome<Data>>): Promise<Answer<Data>> {
  const { data, error, response } = await call.catch((failure: unknown) => {
    throw failure instanceof DOMException && failure.name === 'AbortError' ? failure : ApiProblem.unreachable()
  })
  if (!response.ok) {
    throw ApiProblem.of(response, error)
  }
  return { data: data as Data, version: response.headers.get('ETag'), ...freshness(response) }
}

/** The content of an answer, for calls that return no statistics. */
export async function content<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  return (await answer(call)).data
}

function freshness(response: Response): Freshness {
  const made = Date.parse(response.headers.get('Date') ?? '')
  const age = Number(response.headers.get('Age') ?? 0)
  return {
    stale: response.headers.get('Journey-Stats-Stale') === 'true',
    asOf: (Number.isNaN(made) ? Date.now() : made) - age * 1000,
  }
}
