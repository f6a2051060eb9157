import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test as base, type Page } from '@playwright/test'

/** A key of the demo's tenant that may change things. */
export const key = process.env.UI_KEY ?? ''

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Fixtures {
  /** Fails the test on anything that broke the Content-Security-Policy, and on any error of a script. */
  readonly quiet: undefined
  /** The browser is signed in. */
  readonly signedIn: undefined
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

export const test = base.extend<Fixtures>({
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
      await provide(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  signedIn: async ({ page, baseURL }, provide) => {
    const answer = await page.request.post('/api/v1/session', { data: { key }, headers: { Origin: baseURL ?? '' } })
    expect(answer.status()).toBe(200)
    await provide(undefined)
  },
})

export { expect }

/** The address of the demo's journey with that title. */
export async function journeyNamed(page: Page, title: string): Promise<string> {
  const answer = await page.request.get('/api/v1/journeys', { params: { q: title } })
  const { journeys } = (await answer.json()) as { journeys: { id: string; title: string }[] }
  const found = journeys.find((journey) => journey.title === title)
  expect(found, `a journey ${title}`).toBeDefined()
  return `/journeys/${found?.id ?? ''}`
}

/** Waits until nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  // Before its script has run, a page asks for nothing, either.
  await expect(page.locator('h1').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Fails on anything that bars people from using the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const violations = (await page.evaluate<unknown>(
    `${axeSource}; axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then((result) => result.violations)`,
  )) as readonly Violation[]
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join('\n')}`,
    ),
  ).toEqual([])
}
