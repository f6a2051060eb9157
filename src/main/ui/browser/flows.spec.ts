import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectGoodLooks, journeyNamed, settled, test } from './support'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const welcome = 'Welcome new customers'

/** Opens a dashboard of the journey. */
async function open(page: Page, dashboard = ''): Promise<void> {
  await page.goto((await journeyNamed(page, welcome)) + dashboard)
  await settled(page)
}

test.describe('nobody signed in', () => {
  test.use({ visitor: 'nobody' })

  test('signs in with a key, comes back to where it wanted, and out again', async ({ page, demo }) => {
    await page.goto('/journeys?status=active')
    await expect(page).toHaveURL(/\/sign-in\?next=/)

    await page.getByLabel('API key').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('is unknown')).toBeVisible()

    await page.getByLabel('API key').fill(demo.key)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/journeys\?status=active$/)
    await expect(page.getByRole('link', { name: welcome })).toBeVisible()

    await page.getByRole('button', { name: 'Demo Shop' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    await page.goto('/journeys')
    await expect(page).toHaveURL(/\/sign-in/)
    await expect(page.getByText('signed out')).toHaveCount(0)
  })

  test('goes nowhere else after signing in', async ({ page, demo, baseURL }) => {
    for (const next of ['https://evil.example/x', '//evil.example/x', '/\\evil.example/x', '/\t/evil.example/x']) {
      await page.context().clearCookies()
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
      await page.getByLabel('API key').fill(demo.key)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new URL('/journeys', baseURL).href)
    }
  })
})

const lost = {
  'another page is opened': (page: Page) => page.getByRole('link', { name: 'Flow' }).click(),
  'a file is downloaded': (page: Page) => page.getByRole('link', { name: 'Download CSV', exact: true }).click(),
  'an export is ordered': (page: Page) => page.getByRole('button', { name: 'Exports' }).click(),
}

for (const [what, act] of Object.entries(lost)) {
  test(`asks to sign in again where the session has ended when ${what}, and comes back`, async ({ page, demo }) => {
    await open(page, '/performance?period=30d')
    await page.context().clearCookies()
    await act(page)
    await expect(page).toHaveURL(/\/sign-in\?next=.*period%3D30d/)
    await expect(page.getByRole('alert')).toHaveText("You've been signed out. Sign in again to continue.")
    await expectAccessible(page)
    await page.getByLabel('API key').fill(demo.key)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/journeys\/[^/]+\/[a-z]+\?period=30d/)
    await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
  })
}

test('says why a file could not be downloaded', async ({ page }) => {
  await open(page, '/performance')
  await page.route('**/goals.csv?*', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Too Many Requests', status: 429, detail: 'Too many files are read.' },
    }),
  )
  const link = page.getByRole('link', { name: 'Download CSV', exact: true })
  await link.click()
  await expect(page.getByRole('alert')).toHaveText('The file could not be downloaded. Too many files are read.')
  await expectGoodLooks(page, 'download-problem')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)

  await page.unrouteAll()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(readFileSync(await download.path(), 'utf8')).toContain('Profile completed')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('chooses a period, which the address keeps and every dashboard shares', async ({ page }) => {
  await open(page)
  const entrances = page.locator('[data-metric="entrances"]').first()
  const overall = await entrances.textContent()
  await page.getByRole('button', { name: /^Period/ }).click()
  await page.getByRole('button', { name: '7 days', exact: true }).click()
  await expect(page).toHaveURL(/period=7d/)
  await expect(entrances).not.toHaveText(overall ?? '')

  await page.getByRole('link', { name: 'Audience' }).first().click()
  await expect(page).toHaveURL(/\/audience\?period=7d/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Period: 7 days' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Communications' })).toBeVisible()
})

test('chooses days in a calendar', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: /^Period/ }).click()
  await page.getByRole('button', { name: 'Custom range' }).click()
  await page.getByRole('button', { name: 'Previous month' }).click()
  const days = page.locator('table button:not([data-outside])')
  await days.nth(0).click()
  await days.nth(6).click()
  await expect(page).toHaveURL(/period=custom&from=\d{4}-\d\d-01&to=\d{4}-\d\d-07/)
  await expect(page.getByRole('button', { name: /^Period: 1 .* – 7 / })).toBeVisible()
})

for (const [search, preceding] of [
  ['?period=30d', ['none']],
  ['?period=30d&compare=true', ['elapsed', 'none']],
] as const) {
  test(`the overview with ${search} is one request for each period`, async ({ page }) => {
    const asked: URL[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.pathname.includes('/stats/')) {
        asked.push(url)
      }
    })
    await open(page, search)
    await expect(page.locator('[data-metric="entrances"]').first()).toBeVisible()
    expect(asked.map(({ pathname }) => pathname.replace(/.*\/stats\//, ''))).toEqual(preceding.map(() => 'overview'))
    expect(asked.map(({ searchParams }) => searchParams.get('preceding') ?? 'none').toSorted()).toEqual(preceding)
  })
}

test('compares with the period before', async ({ page }) => {
  await open(page, `/audience?period=30d`)
  const answer = page.waitForResponse((response) => /stats\/audience\?.*preceding=elapsed/.test(response.url()))
  await page.getByRole('switch').check({ force: true })
  await expect(page).toHaveURL(/compare=true/)
  await expect(page.getByText('against the previous period').first()).toBeAttached()

  const { period } = (await (await answer).json()) as { period: { from: string; to: string; tz: string } }
  // As far back as the period is long; clocks may have changed since.
  expect(Math.abs(Date.now() - 30 * DAY - Date.parse(period.to))).toBeLessThan(2 * HOUR)
  await page.getByRole('switch').focus()
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: period.tz, day: 'numeric', month: 'short' })
  await expect(page.getByRole('tooltip')).toContainText(`: ${day.format(new Date(period.from))}`)
})

test('opens the users behind a number, finds one, and scrolls on through all', async ({ page }) => {
  await open(page)
  const dropped = page.locator('[data-metric="drop_offs"] a').first()
  const count = Number(await dropped.textContent())
  await dropped.click()
  await expect(page).toHaveURL(/users\.metric=drop_offs/)
  const users = page.getByRole('dialog', { name: 'Drop-offs' })
  await expect(users.getByText(`${count} total`)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(users).toHaveCount(0)
  await expect(page).not.toHaveURL(/users\./)

  await page.locator('[data-metric="in_journey_now"] a').first().click()
  await expect(page).toHaveURL(/\/audience\?status=in_progress/)
  const table = page.getByRole('table', { name: 'Users' })
  await expect(table.getByText('In journey').first()).toBeVisible()
  await expect(table.getByText('Exited')).toHaveCount(0)

  await page.getByLabel('Status').selectOption('')
  const first = await table.getByRole('rowheader').first().textContent()
  const region = page.getByRole('region', { name: 'Users' })
  await region.evaluate((element) => {
    element.scrollTop = element.scrollHeight
  })
  await expect(table.getByRole('rowheader').first()).not.toHaveText(first ?? '')
  await expect(page.getByText(/^[4-9]00 shown|total$/)).toBeVisible()

  // The users of the demo depend on the time of day.
  const someone = /customer-\d{6}/.exec(first ?? '')?.[0] ?? 'nobody'
  await page.getByLabel('Search by user ID or HWID').fill(someone)
  await expect(page).toHaveURL(new RegExp(`search=${someone}`))
  await expect(page.getByText(/^\d+ total$/)).toBeVisible()
  await page.getByLabel('Search by user ID or HWID').fill('nobody of that name')
  await expect(page.getByText('No users match')).toBeVisible()
})

test('sorts messages by what the address says, and measures them by a goal', async ({ page }) => {
  await open(page)
  await page.getByRole('link', { name: 'Email' }).click()
  await expect(page).toHaveURL(/channel=email/)
  const table = page.getByRole('table').filter({ has: page.getByText('Goal conversion rate') })
  await page.getByRole('button', { name: 'Sort by Clicked' }).click()
  await expect(page).toHaveURL(/sort=-clicked_users/)
  await expect(table.getByRole('columnheader', { name: 'Clicked' })).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'Sort by Clicked' }).click()
  await expect(table.getByRole('columnheader', { name: 'Clicked' })).toHaveAttribute('aria-sort', 'ascending')

  await page.getByLabel('Goal', { exact: true }).selectOption({ label: 'Goal: Profile completed' })
  await expect(page).toHaveURL(/goal=profile_completed/)

  await page
    .getByRole('button', { name: /^Files of/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem', { name: 'Export point users' })).toHaveAttribute('href', /users\.csv/)
})

test('shows a definition on keyboard focus', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Exits', exact: true }).focus()
  await expect(page.getByRole('tooltip')).toContainText('completed or left the journey')
})

test('shows a chart as a table, and walks along it with the keyboard', async ({ page }) => {
  await open(page, `/health?period=7d`)
  const chart = page.getByRole('application', { name: /^Entrances/ })
  await chart.focus()
  await page.keyboard.press('End')
  await expect(chart.locator('[aria-live]')).toContainText('Entrances')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  await expect(page.getByRole('table', { name: '' }).first().getByRole('row')).toHaveCount(8)
})

test('picks the metrics of a chart, which the address keeps', async ({ page }) => {
  await open(page, `/communications?channel=push&period=30d`)
  await page.getByRole('button', { name: 'Metrics: 3' }).click()
  await page.getByRole('checkbox', { name: 'Recipients' }).check()
  await expect(page).toHaveURL(/metrics=sent%2Crecipients%2Copened%2Cdelivery_issues/)
  await expect(page.getByRole('button', { name: 'Metrics: 4' })).toBeVisible()
})

test('says what happened when the service is away, keeps what was there, and offers to try again', async ({ page }) => {
  await page.clock.install()
  await open(page)
  let away = true
  await page.route('**/stats/**', (route) => (away ? route.abort() : route.continue()))
  await page.getByRole('link', { name: 'Flow' }).click()
  await expect(async () => {
    // Longer than it waits before it tries again.
    await page.clock.fastForward(10_000)
    await expect(page.getByRole('alert')).toContainText('No connection', { timeout: 100 })
  }).toPass()
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
  away = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
})

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/journeys/00000000-0000-0000-0000-000000000000')
  await expect(page.getByRole('heading', { name: 'Journey not found' })).toBeAttached()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to the journeys' }).click()
  await expect(page.getByRole('heading', { name: 'Journeys' })).toBeVisible()
  await page.goto('/nowhere')
  await expect(page.getByText('Page not found')).toBeVisible()
})
