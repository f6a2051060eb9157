import { expect } from '@playwright/test'
import { expectGoodLooks, journeyNamed, numberIn, settled, sumOf, test } from './support'

const welcome = 'Welcome new customers'

test('the flow is walked with the keyboard, and is a table, too', async ({ page }) => {
  await page.goto((await journeyNamed(page, welcome)) + '/flow')
  await settled(page)
  const graph = page.getByRole('application', { name: /^Flow of trips/ })
  await graph.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText(/^Start: [\d,]+ trips/)).toBeVisible()
  const trips = numberIn(await page.getByText(/^Start: [\d,]+ trips/).textContent())
  // How trips end adds up to all of them.
  const sum = page.locator('p', { hasText: /trips\s*=/ })
  const [all, ...ends] = ((await sum.textContent()) ?? '').split(/[=+] /).map(numberIn)
  expect([all, ends.reduce((total, end) => total + end, 0)]).toEqual([trips, trips])
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(/^Start → .*: [\d,]+, [\d.]+% of Start$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/users\.metric=passages/)
  await expect(page.getByRole('dialog').getByRole('rowheader').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  const rows = page.getByRole('region', { name: 'Passages' }).getByRole('row', { name: /^Start / })
  const counts = await rows.getByRole('cell').nth(1).allTextContents()
  expect(counts.map(numberIn).reduce((total, count) => total + count, 0)).toBe(trips)

  await page.getByRole('combobox', { name: 'Step' }).selectOption('Wait 5 days')
  await expect(page).toHaveURL(/step=wait_5/)
  const median = page.getByRole('region', { name: 'Time in the step, histogram' }).locator('[data-median=true]')
  await expect(median).toContainText(/7 d.*median/)
})

test('the address of the steps leads to the flow', async ({ page }) => {
  await page.goto((await journeyNamed(page, welcome)) + '/steps?period=30d')
  await expect(page).toHaveURL(/\/flow\?period=30d/)
})

for (const model of ['Last interaction', 'First opened, else sent']) {
  test(`conversions by ${model} add up to the goal's count`, async ({ page }) => {
    await page.goto((await journeyNamed(page, welcome)) + '/communications?channel=email')
    await settled(page)
    await page.getByRole('combobox', { name: 'Attribution' }).selectOption(model)
    const sum = page.locator('p', { hasText: 'Converted users' })
    await expect(sum).toBeVisible()
    const [all, ...parts] = ((await sum.textContent()) ?? '').split(/[=+] /).map(numberIn)
    expect(parts.reduce((total, part) => total + part, 0)).toBe(all)
  })
}

test('the links of a message are opened with the keyboard, and their clicks add up', async ({ page }) => {
  await page.goto((await journeyNamed(page, welcome)) + '/communications?channel=email&period=30d')
  await settled(page)
  const menu = page.getByRole('button', { name: 'Files of Welcome email' })
  // The table is wider than the page, and the menu is at its end.
  expect((await menu.boundingBox())?.x).toBeLessThan(1280)
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Links' })).toBeFocused()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /^Links · Email · Welcome email/ })
  const table = drawer.getByRole('region', { name: 'Links of the message' })
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  expect(await sumOf(table, 0)).toBe(numberIn(await drawer.getByText(/ clicks/).textContent()))
  await expectGoodLooks(page, 'links')
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(menu).toBeFocused()
})

test('conversions without a value lead to users, whose timelines show what they bought', async ({ page }) => {
  await page.goto((await journeyNamed(page, welcome)) + '/performance')
  await settled(page)
  const goals = page.getByRole('region', { name: 'Conversion goals' })
  expect(await goals.evaluate((table) => table.scrollWidth - table.clientWidth)).toBeLessThanOrEqual(0)
  await goals.getByRole('listitem').filter({ hasText: 'without a value' }).getByRole('link').first().click()
  const users = page.getByRole('dialog', { name: 'Conversions without a value · First purchase' })
  await users
    .getByRole('link', { name: /^customer-/ })
    .first()
    .click()
  const timeline = page.getByRole('dialog', { name: /^User customer-/ })
  await expect(timeline.getByRole('heading', { name: 'Trip 1' })).toBeVisible()
  await expect(timeline.getByText(/paid_by gift card/).first()).toBeVisible()
  await expectGoodLooks(page, 'timeline')
  await page.keyboard.press('Escape')
  await expect(timeline).toHaveCount(0)
  await expect(users.getByRole('link', { name: /^customer-/ }).first()).toBeFocused()
})

test('durations are a histogram with the median marked, and a table', async ({ page }) => {
  await page.goto((await journeyNamed(page, welcome)) + '/communications?channel=email')
  await settled(page)
  const histogram = page.getByRole('region', { name: 'Time to deliver, histogram' })
  await expect(histogram.getByText('median')).toBeVisible()
  await page.getByRole('combobox', { name: 'Measure' }).selectOption('Time to open')
  await expect(page.getByRole('region', { name: 'Time to open, histogram' })).toBeVisible()
  await page.getByRole('button', { name: 'Show as table' }).last().click()
  await expect(page.getByRole('rowheader', { name: 'Up to 1 s' })).toBeVisible()
})
