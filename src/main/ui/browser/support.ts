import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  expect,
  request,
  test as base,
  type APIResponse,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** Where the service is. */
export const address = process.env.UI_ADDRESS ?? 'http://127.0.0.1:18301'

/** Where the pages come from; a request that changes something says so. */
export const { origin } = new URL(address)

/** The directory for pictures of all views; none are taken without it. */
const pictures = process.env.UI_PICTURES ?? ''

/** What a page must look good in: each theme and each width, and where pictures are made, each pair of them. */
const screens = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  ...(pictures === ''
    ? []
    : ([
        { width: 360, colorScheme: 'light' },
        { width: 1280, colorScheme: 'dark' },
      ] as const)),
] as const

interface Options {
  /** Who uses the browser: the demo's administrator, that of a tenant which tests may change, or nobody signed in. */
  readonly visitor: 'demo' | 'owner' | 'nobody'
}

interface Fixtures {
  /** Fails the test on anything that broke the Content-Security-Policy, and on any error of a script. */
  readonly quiet: undefined
}

/** A signed-in session, with its key. */
interface Session {
  readonly key: string
  readonly state: Awaited<ReturnType<Page['request']['storageState']>>
}

interface WorkerFixtures {
  readonly demo: Session
  /** An administrator of a tenant of the worker's own, so that the demo's lists and numbers stay as they are. */
  readonly owner: Session
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** The requests of a page: how many it has begun, and those that have not ended. */
interface Traffic {
  begun: number
  readonly underWay: Set<unknown>
}

const traffic = new WeakMap<Page, Traffic>()

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  visitor: ['demo', { option: true }],
  demo: [
    async ({ browserName: _ }, provide) => {
      await provide(await signIn(process.env.UI_KEY ?? ''))
    },
    { scope: 'worker' },
  ],
  owner: [
    async ({ browserName: _ }, provide, { workerIndex }) => {
      const tenants = await request.newContext({
        baseURL: address,
        extraHTTPHeaders: { Authorization: `Bearer ${process.env.UI_OPERATOR_KEY ?? ''}` },
      })
      const id = `browser-${workerIndex}-${Date.now()}`
      await json(tenants.post('/api/v1/tenants', { data: { id, name: 'Test Shop', time_zone: 'Asia/Tokyo' } }))
      const data = { role: 'admin', name: 'Browser tests' }
      const { key } = await json<{ key: string }>(tenants.post(`/api/v1/tenants/${id}/keys`, { data }))
      await tenants.dispose()
      await provide(await signIn(key))
    },
    { scope: 'worker' },
  ],
  // Signing in is one test's subject; the others find it done.
  storageState: ({ visitor, demo, owner }, provide) =>
    provide({ demo: demo.state, owner: owner.state, nobody: { cookies: [], origins: [] } }[visitor]),
  quiet: [
    async ({ page }, provide) => {
      const faults: string[] = []
      await page.exposeFunction('reportFault', (fault: string) => faults.push(fault))
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          const report = (window as unknown as { reportFault: (fault: string) => void }).reportFault
          report(`Content-Security-Policy: ${event.violatedDirective} by ${event.sourceFile}:${event.lineNumber}`)
        })
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      observe(page)
      await provide(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Signs in with a key. */
async function signIn(key: string): Promise<Session> {
  const visitor = await request.newContext({ baseURL: address, extraHTTPHeaders: { Origin: origin } })
  await json(visitor.post('/api/v1/session', { data: { key } }))
  const state = await visitor.storageState()
  await visitor.dispose()
  return { key, state }
}

/** What the API answers; fails where it refuses. */
export async function json<Content>(call: Promise<APIResponse>): Promise<Content> {
  const answer = await call
  expect(answer.ok(), `${answer.url()}: ${answer.status()}`).toBe(true)
  return (answer.status() === 204 ? undefined : await answer.json()) as Content
}

function observe(page: Page): void {
  const seen: Traffic = { begun: 0, underWay: new Set() }
  traffic.set(page, seen)
  page.on('request', (one) => {
    if (one.isNavigationRequest() && one.frame() === page.mainFrame()) {
      // Those of the page before may never be said to have ended.
      seen.underWay.clear()
    }
    seen.begun += 1
    seen.underWay.add(one)
  })
  const ended = (one: Request) => seen.underWay.delete(one)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
}

/** The number in a text, such as 1,204. */
export function numberIn(text: string | null): number {
  return Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''))
}

/** The sum of a column of numbers, of which the first is behind the head of the row. */
export async function sumOf(table: Locator, column: number): Promise<number> {
  const cells = await table.locator(`tbody td:nth-child(${String(column + 2)})`).allTextContents()
  return cells.map(numberIn).reduce((sum, count) => sum + count, 0)
}

/** The address of the demo's journey with that title. */
export async function journeyNamed(page: Page, title: string): Promise<string> {
  const found = await json<{ journeys: { id: string; title: string }[] }>(
    page.request.get('/api/v1/journeys', { params: { q: title } }),
  )
  const journey = found.journeys.find((one) => one.title === title)
  expect(journey, `a journey ${title}`).toBeDefined()
  return `/journeys/${journey?.id ?? ''}`
}

/** Waits until the page shows all that it asks for. */
export async function settled(page: Page): Promise<void> {
  // Before its script has run, a page asks for nothing, either.
  await expect(page.locator('h1').first()).toBeVisible()
  const seen = traffic.get(page)
  await expect
    .poll(
      async () => {
        const before = seen?.begun
        const pending = await page.evaluate(unsettled)
        return pending === 0 && seen?.begun === before && seen?.underWay.size === 0
      },
      { intervals: [20] },
    )
    .toBe(true)
}

/** How much of the page is still to come or moves, once it has drawn what it knows. */
async function unsettled(): Promise<number> {
  await document.fonts.ready
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
  // Colours are others while something fades in.
  return document.querySelectorAll('[aria-busy="true"]').length + document.getAnimations().length
}

/** Fails on anything that bars people from using the page. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axeSource)
  }
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${JSON.stringify(axeOptions)}).then((result) => result.violations)`,
  )
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join('\n')}`,
    ),
  ).toEqual([])
}

/**
 * Fails unless what the page shows bars nobody and is no wider than the screen, in both themes, wide and narrow.
 *
 * @param more expects something more of each
 */
export async function expectGoodLooks(page: Page, name: string, more?: () => Promise<void>): Promise<void> {
  for (const { width, colorScheme } of screens) {
    const screen = `${name}-${colorScheme}-${width}`
    await test.step(screen, async () => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await settled(page)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await more?.()
      if (pictures !== '') {
        await page.screenshot({ path: `${pictures}/${screen}.png`, fullPage: true })
      }
    })
  }
  const [{ width, colorScheme }] = screens
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 900 })
}
