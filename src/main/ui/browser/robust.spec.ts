import type { Page } from '@playwright/test'
import { expect, expectAccessible, journeyNamed, numberIn, settled, test } from './support'

const welcome = 'Welcome new customers'
const sections = ['', '/performance', '/audience', '/communications', '/health', '/flow', '/settings']

/** Opens a page of the journey. */
async function open(page: Page, path = ''): Promise<void> {
  await page.goto((await journeyNamed(page, welcome)) + path)
  await settled(page)
}

for (const section of sections) {
  test(`an address of ${section === '' ? 'the overview' : section} that makes no sense falls back`, async ({
    page,
  }) => {
    await open(
      page,
      `${section}?period=custom&from=2027-99-01&to=x&compare=7&channel=fax&goal=%00&sort=-&metrics=x&step=x`,
    )
    await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page).not.toHaveURL(/2027|compare|fax/)
    if (section !== '/settings') {
      await expect(page.getByRole('button', { name: 'Period: Overall' })).toBeVisible()
    }
  })
}

test('an address with only a part of a period falls back', async ({ page }) => {
  for (const part of ['?period=custom&from=2026-05-01', '?period=tomorrow', '?from=2026-05-01&to=2026-05-02']) {
    await open(page, part)
    await expect(page.getByRole('button', { name: 'Period: Overall' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
})

test('every page has a title of its own', async ({ page }) => {
  for (const [path, title] of Object.entries({
    '': 'Overview',
    '/communications': 'Communications',
    '/flow': 'Flow',
    '/settings': 'Settings',
  })) {
    await open(page, path)
    await expect(page).toHaveTitle(`${title} · ${welcome} · Journey Stats`)
  }
  await page.getByRole('link', { name: 'Campaign health' }).first().click()
  await expect(page).toHaveTitle(`Campaign health · ${welcome} · Journey Stats`)
})

test('links around numbers say what they are', async ({ page }) => {
  await open(page)
  const entrances = page.locator('[data-metric="entrances"] a').first()
  await expect(entrances).toHaveAccessibleName(`Entrances: ${(await entrances.textContent()) ?? ''}, view users`)
})

test('campaign health begins with the entrances, and counts opened messages with their share', async ({ page }) => {
  await open(page, '/health')
  const figures = page.locator('[data-metric]')
  const keys = await figures.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.metric))
  expect(keys).toEqual(['entrances', 'messages_sent', 'messages_opened', 'messages_open_rate', 'drop_offs'])
  const journey = await journeyNamed(page, welcome)
  const answer = await page.request.get(`/api/v1${journey}/stats/health?period=all&interval=auto`)
  const health = (await answer.json()) as { entrances: number; messages_open_rate: number }
  expect(numberIn(await figures.first().textContent())).toBe(health.entrances)
  await expect(figures.nth(3)).toContainText(`${(health.messages_open_rate * 100).toFixed(2)}% of recipients`)
})

test('a chart of today ends with the running hour', async ({ page }) => {
  await open(page, '/health?period=today')
  const journey = await journeyNamed(page, welcome)
  const answer = await page.request.get(`/api/v1${journey}/stats/health?period=today&interval=hour`)
  const { series } = (await answer.json()) as { series: { time: string }[] }
  const begun = series.filter(({ time }) => Date.parse(time) <= Date.now()).length
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  const rows = page.getByRole('table').first().getByRole('rowheader')
  // The next hour may have begun meanwhile.
  await expect(async () => {
    expect([begun, begun + 1]).toContain(await rows.count())
  }).toPass()
  await expect(rows.first()).toHaveText(/, so far$/)
  await expect(page.getByText('so far')).toHaveCount(1)
  await expect(page.getByText('per hour', { exact: true }).first()).toBeVisible()
})

test('one banner says that the service is away, and everything comes back with it', async ({ page }) => {
  await page.clock.install()
  await open(page, '?period=30d')
  await page.route('**/stats/**', (route) => route.abort())
  await page.getByRole('button', { name: /^Period/ }).click()
  await page.getByRole('button', { name: '7 days', exact: true }).click()
  await expect(async () => {
    // Longer than it waits before it tries again.
    await page.clock.fastForward(10_000)
    await expect(page.getByText('Not loaded')).toHaveCount(4, { timeout: 100 })
  }).toPass()
  await expect(page.getByRole('alert')).toHaveCount(1)
  await expect(page.getByRole('alert')).toContainText('No connection')
  await expectAccessible(page)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[data-metric="entrances"]').first()).toHaveText(/\d/)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('offers to reload where a part of the page is gone with a former version', async ({ page }) => {
  await open(page)
  await page.route(/\/assets\/FlowPage-.*\.(js|css)/, (route) => route.fulfill({ status: 404 }))
  // Preloaded when it is pointed at; a failure of that alone says nothing.
  await page.getByRole('link', { name: 'Flow' }).click()
  await expect(page.getByRole('alert')).toContainText('A new version is available')
  await expectAccessible(page)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('application', { name: /^Flow of trips/ })).toBeVisible()
})

test('the comparison says why it is not possible', async ({ page }) => {
  await open(page)
  const compare = page.getByRole('switch')
  await compare.focus()
  await expect(page.getByRole('tooltip')).toHaveText('Overall has no previous period. Choose a period to compare.')
  await page.keyboard.press('Space')
  await expect(compare).not.toBeChecked()
  await expect(page).not.toHaveURL(/compare/)
})

test('a legend isolates a series and adds others', async ({ page }) => {
  await open(page, '/communications?channel=push&period=30d')
  const series = (name: string) => page.getByRole('listitem').getByRole('button', { name, exact: true })
  const chart = page.getByRole('application', { name: /^Performance/ })
  await expect(chart).toHaveAccessibleName(/Sent, Opened, Delivery issues/)
  await series('Opened').click()
  await expect(chart).toHaveAccessibleName(/^Performance: Opened, by day/)
  await expect(series('Sent')).toHaveAttribute('aria-pressed', 'false')
  await series('Sent').click()
  await expect(chart).toHaveAccessibleName(/^Performance: Sent, Opened, by day/)
  await series('Delivery issues').click()
  await expect(series('Sent')).toHaveAttribute('aria-pressed', 'true')
})

test('no page is wider than 320 pixels, nor leaves half of 2,560 empty', async ({ page }) => {
  test.slow()
  for (const path of ['/journeys', ...sections.map((section) => `${welcome}${section}`)]) {
    await page.setViewportSize({ width: 320, height: 800 })
    if (path === '/journeys') {
      await page.goto(path)
      await settled(page)
    } else {
      await open(page, path.slice(welcome.length))
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    await page.setViewportSize({ width: 2560, height: 1200 })
    await settled(page)
    const right = await page
      .locator('main section')
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)))
    expect(right, path).toBeGreaterThan(2_400)
  }
})

test('a phone shows the numbers of a row without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/journeys')
  await settled(page)
  const list = page.getByRole('region', { name: 'Journeys' })
  expect(await list.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0)
  const row = list.getByRole('row').filter({ hasText: welcome })
  // Status, category, type, day, entrances, in the journey, goals.
  await expect(row.getByRole('cell')).toHaveCount(7)
  for (const cell of await row.getByRole('cell').all()) {
    const box = await cell.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360)
  }
  await open(page, '/audience')
  const users = page.getByRole('region', { name: 'Users' })
  expect(await users.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0)
  const user = users.getByRole('row').nth(1)
  await expect(user.getByRole('cell').last()).toBeInViewport({ ratio: 1 })
})

test('is printed without navigation and controls', async ({ page }) => {
  await open(page, '/health?period=30d')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
  await expect(page.locator('canvas').first()).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Show as table' })).toHaveCount(0)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
})

test('keeps what colours say where colours are forced', async ({ page }) => {
  await open(page, '/health?period=30d')
  await page.emulateMedia({ forcedColors: 'active' })
  const colors = await page
    .locator('[data-swatch]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  expect(new Set(colors).size).toBeGreaterThan(2)
})

test('a period is typed or taken from today, has an interval, and stays when the journey changes', async ({ page }) => {
  await open(page, '/health')
  const period = page.getByRole('button', { name: /^Period: / })
  await period.click()
  await page.getByRole('button', { name: 'Last month', exact: true }).click()
  await expect(period).toHaveAccessibleName('Period: Last month')
  await expect(page).toHaveURL(/period=custom&from=\d{4}-\d\d-01&to=\d{4}-\d\d-(28|29|30|31)/)

  await period.click()
  await page.getByRole('button', { name: 'Custom range' }).click()
  await page.getByLabel('From').fill('2026-10-05')
  await page.getByLabel('To', { exact: true }).fill('2026-11-01')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/period=custom&from=2026-10-05&to=2026-11-01/)
  await settled(page)
  await expect(page.getByText('per day', { exact: true }).first()).toBeVisible()

  await page.getByRole('combobox', { name: 'Interval of charts' }).selectOption('Per week')
  await expect(page).toHaveURL(/interval=week/)
  await settled(page)
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  await expect(page.getByRole('rowheader').last()).toHaveText('Week of 5 Oct')
  await expect(page.getByRole('rowheader')).toHaveCount(4)

  await page.getByRole('link', { name: 'Journeys', exact: true }).click()
  await page.getByRole('link', { name: 'Abandoned cart' }).click()
  await expect(page).toHaveURL(/from=2026-10-05&to=2026-11-01&interval=week/)
  await expect(period).toHaveAccessibleName('Period: 5 Oct 2026 – 1 Nov 2026')
})
