import type { Locator, Page } from '@playwright/test'
import { expect, expectGoodLooks, journeyNamed, settled, test } from './support'

const welcome = 'Welcome new customers'

/** Opens a dashboard of the journey. */
async function open(page: Page, dashboard: string): Promise<void> {
  await page.goto((await journeyNamed(page, welcome)) + dashboard)
  await settled(page)
}

/** The number that a link shows. */
async function numberOf(link: Locator): Promise<number> {
  return Number((await link.textContent())?.replaceAll(/\D/g, ''))
}

/** Opens the users behind a number, who are as many as the number. */
async function opensAsMany(page: Page, link: Locator): Promise<Locator> {
  const number = await numberOf(link)
  expect(number).toBeGreaterThan(0)
  await link.click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('region', { name: 'Users behind the number' }).press('End')
  await expect(async () => {
    await drawer.getByRole('region').evaluate((element) => {
      element.scrollTop = element.scrollHeight
    })
    await expect(drawer.getByText(`${number.toLocaleString('en')} total`)).toBeVisible({ timeout: 500 })
  }).toPass()
  return drawer
}

/** The rows of the file that a drawer offers, without the header. */
async function exported(page: Page, drawer: Locator): Promise<{ readonly head: string; readonly rows: string[] }> {
  const link = drawer.getByRole('link', { name: 'Export CSV' })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.status()).toBe(200)
  const text = await answer.text()
  // A spreadsheet knows by it that the text is UTF-8.
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [head = '', ...rows] = text.slice(1).trimEnd().split('\r\n')
  return { head, rows }
}

test("a goal's count opens as many users, whom a file holds, too", async ({ page }) => {
  await open(page, '/performance?period=30d')
  const goals = page.getByRole('table').filter({ hasText: 'Reached by' })
  const count = goals.getByRole('link', { name: /view users$/ }).first()
  const number = await numberOf(count)
  const drawer = await opensAsMany(page, count)
  await expect(page).toHaveURL(/users\.metric=count&users\.goal=/)

  const { head, rows } = await exported(page, drawer)
  expect(head).toBe('"user_id","hwid","status","last_step","events","first_at","last_at"')
  expect(rows).toHaveLength(number)
  await drawer.getByRole('region').evaluate((element) => {
    element.scrollTop = 0
  })
  const first = /customer-\d{6}/.exec((await drawer.getByRole('rowheader').first().textContent()) ?? '')?.[0]
  expect(rows[0]).toContain(`"${first ?? ''}"`)

  await page.reload()
  await expect(drawer.getByRole('rowheader').first()).toContainText(first ?? '')
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(page).not.toHaveURL(/users\./)
})

test('the users who converted after a message are as many as it says, by whichever goal', async ({ page }) => {
  test.slow()
  await open(page, '/communications?channel=email')
  const table = page.getByRole('table').filter({ hasText: 'Goal conversion rate' })
  for (const goal of await page.getByLabel('Goal', { exact: true }).locator('option').allInnerTexts()) {
    await page.getByLabel('Goal', { exact: true }).selectOption({ label: goal })
    await settled(page)
    const link = table.locator('a[href*="users.metric=converted_users"]').first()
    const number = await numberOf(link)
    const drawer = await opensAsMany(page, link)
    await expect(drawer).toContainText(goal.replace('Goal: ', ''))
    expect((await exported(page, drawer)).rows).toHaveLength(number)
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(link).toBeFocused()
  }
})

test('every reason of delivery issues opens the users', async ({ page }) => {
  await open(page, '/communications?channel=email')
  const issues = page.getByRole('region', { name: 'Delivery issues' })
  const link = issues.getByRole('link').first()
  const number = await numberOf(link)
  await link.click()
  await expect(page).toHaveURL(/users\.reason=/)
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(/total$/)).toBeVisible()
  const { rows } = await exported(page, drawer)
  const times = rows.reduce((sum, row) => sum + Number(/,(\d+),[^,]*,[^,]*$/.exec(row)?.[1]), 0)
  expect(times).toBe(number)
})

const sections = ['', '/performance', '/audience', '/communications?channel=email', '/health', '/flow']

for (const section of sections) {
  test(`no number of ${section === '' ? 'the overview' : section} that opens users opens a fault`, async ({ page }) => {
    const journey = await journeyNamed(page, welcome)
    await page.goto(journey + section)
    await settled(page)
    const addresses = await page
      .getByTitle('Show the users')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).search))
    expect(addresses.length).toBeGreaterThan(2)
    const asked = addresses.filter((one) => one.includes('users.metric=')).map(usersBehind)
    for (const parameters of new Set(asked)) {
      const answer = await page.request.get(`/api/v1${journey}/stats/users?limit=1&${parameters}`)
      expect(answer.status(), parameters).toBe(200)
    }
  })
}

/** The parameters of the API, from an address of the page that lists the users behind a number. */
function usersBehind(address: string): string {
  const given = [...new URLSearchParams(address)].flatMap(([name, value]) =>
    name.startsWith('users.') ? [[name.slice('users.'.length), value]] : [],
  )
  return new URLSearchParams(given).toString()
}

test('links with the former parameters list the same users, and get the present ones', async ({ page }) => {
  await open(page, '/communications?channel=push&behind=clicked_users&in=email&at=welcome_email')
  const drawer = page.getByRole('dialog', { name: 'Clicked · Email' })
  await expect(drawer.getByRole('rowheader').first()).toBeVisible()
  const now = /\?users\.metric=clicked_users&users\.channel=email&users\.step=welcome_email&channel=push$/
  await expect(page).toHaveURL(now)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(page).toHaveURL(/\/communications\?channel=push$/)
  await page.goBack()
  await expect(drawer).toBeVisible()
  await expect(page).toHaveURL(now)
  await page.goForward()
  await expect(drawer).toHaveCount(0)
})

test('the users behind a number bar nobody', async ({ page }) => {
  await open(page, '/performance')
  await page
    .getByRole('table')
    .filter({ hasText: 'Reached by' })
    .getByRole('link', { name: /view users$/ })
    .first()
    .click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('rowheader').first()).toBeVisible()
  await expectGoodLooks(page, 'contributors', () =>
    expect(drawer.getByRole('link', { name: 'Export CSV' })).toBeInViewport(),
  )
})
