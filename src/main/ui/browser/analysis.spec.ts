import { expect } from '@playwright/test'
import { journeyNamed, settled, test } from './support'

const welcome = 'Welcome new customers'

/** The number in a text, such as 1,204. */
function numberIn(text: string | null): number {
  return Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''))
}

test('the flow is walked with the keyboard, and is a table, too', async ({ page }) => {
  await page.goto((await journeyNamed(page, welcome)) + '/flow')
  await settled(page)
  const graph = page.getByRole('application', { name: /^Flow of trips/ })
  await graph.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText(/^Start: [\d,]+ trips/)).toBeVisible()
  const trips = numberIn(await page.getByText(/^Start: [\d,]+ trips/).textContent())
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(/^Start → .*: [\d,]+, [\d.]+% of Start$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/behind=passages/)
  await expect(page.getByRole('dialog').getByRole('rowheader').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as table' }).click()
  const rows = page.getByRole('region', { name: 'Passages' }).getByRole('row', { name: /^Start / })
  const counts = await rows.getByRole('cell').nth(1).allTextContents()
  expect(counts.map(numberIn).reduce((sum, count) => sum + count, 0)).toBe(trips)
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
