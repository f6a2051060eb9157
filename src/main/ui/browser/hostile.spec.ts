import { busyUser, linkedMessage, sendHostileJourney } from './hostile'
import { expect, expectGoodLooks, numberIn, settled, sumOf, test } from './support'

test.use({ visitor: 'owner', contextOptions: { reducedMotion: 'reduce' } })
// One journey for all of them.
test.describe.configure({ mode: 'default' })

let journey = ''

test.beforeAll(async ({ owner }) => {
  journey = await sendHostileJourney(owner.key)
})

test('hundreds of links are opened, looked through and left with the keyboard', async ({ page }) => {
  await page.goto(`${journey}/communications?channel=email&attribution=last`)
  await settled(page)
  await expectGoodLooks(page, 'hostile-communications')
  const menu = page.getByRole('button', { name: `Files of ${linkedMessage}` })
  expect((await menu.boundingBox())?.x).toBeLessThan(1280)
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Links' })).toBeFocused()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: `Links · Email · ${linkedMessage}` })
  const table = drawer.getByRole('region', { name: 'Links of the message' })
  await expect(table.getByRole('rowheader')).toHaveCount(200)
  await expect(drawer).toContainText('300 clicks, 100 of them on further links, by 300 of 301 recipients.')
  expect(await sumOf(table, 0)).toBe(200)
  await expectGoodLooks(page, 'hostile-links')

  await table.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  const users = page.getByRole('dialog').filter({ hasText: '1 in all' })
  await expect(users).toBeVisible()
  await users.getByRole('link', { name: /^user / }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Trip 1')).toBeVisible()
  // What was opened last closes first.
  for (const left of [2, 1, 0]) {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(left)
  }
  await expect(menu).toBeFocused()
})

test('the thousands of events of a user are read page by page', async ({ page }) => {
  await page.goto(`${journey}/audience?search=${encodeURIComponent('user with')}`)
  await settled(page)
  const link = page.getByRole('table', { name: 'Users' }).getByRole('link', { name: busyUser })
  await link.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('listitem')).toHaveCount(200)
  await expect(drawer.getByRole('heading', { name: 'Trip 2' })).toBeVisible()
  await expectGoodLooks(page, 'hostile-timeline')
  const more = drawer.getByRole('button', { name: 'Show later events' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('listitem')).toHaveCount(400)
  await expect(more).toBeFocused()
  await drawer.getByRole('combobox', { name: 'Custom events' }).selectOption('None')
  await expect(drawer.getByText('purchase')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(link).toBeFocused()
})

test('the flow of forty messages is walked along', async ({ page }) => {
  await page.goto(`${journey}/flow`)
  await settled(page)
  await expectGoodLooks(page, 'hostile-flow')
  await page.getByRole('application', { name: /^Flow of trips/ }).focus()
  await page.keyboard.press('End')
  await expect(page.getByText(/→ .*: [\d,]+, [\d.]+% of /)).toBeVisible()
})

test('values in several currencies, none and unknown ones stand beside the counts', async ({ page }) => {
  await page.goto(`${journey}/performance`)
  await settled(page)
  const goals = page.getByRole('region', { name: 'Conversion goals' })
  expect(await goals.evaluate((table) => table.scrollWidth - table.clientWidth)).toBeLessThanOrEqual(0)
  await expectGoodLooks(page, 'hostile-performance')
  const without = goals.getByRole('listitem').filter({ hasText: 'without a value' }).first().getByRole('link')
  const count = numberIn(await without.textContent())
  await without.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /^Conversions without a value · Goal 0/ })
  await expect(drawer.getByText('1 in all')).toBeVisible()
  await expect(drawer.getByRole('cell').filter({ hasText: new RegExp(`^${String(count)}$`) })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(without).toBeFocused()
})
