import type { Page } from '@playwright/test'
import { expect, expectAccessible, settled, test } from './support'

test.beforeEach(async ({ page }) => {
  await page.goto('/journeys')
  await expect(titles(page)).not.toHaveCount(0)
})

/** The journeys that are shown, by their titles. */
function titles(page: Page) {
  return page.getByRole('table').getByRole('rowheader')
}

function count(page: Page) {
  return page.getByRole('main').getByRole('status')
}

test('filters by status, category and type, which the address keeps and going back undoes', async ({ page }) => {
  const all = await titles(page).allTextContents()
  await expect(count(page)).toHaveText(`${all.length} journeys`)

  await page.getByLabel('Status', { exact: true }).selectOption('Active')
  await expect(page).toHaveURL(/\?status=active$/)
  await expect(page.getByRole('table').getByText('Finished')).toHaveCount(0)
  const active = await titles(page).allTextContents()
  expect(active.length).toBeLessThan(all.length)

  await page.getByLabel('Category', { exact: true }).selectOption('Onboarding')
  await expect(titles(page)).toHaveText(['Welcome new customers'])
  await expect(count(page)).toHaveText('1 journey')
  await expect(page).toHaveURL(/status=active&category=Onboarding/)

  await page.reload()
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('active')
  await expect(page.getByLabel('Category', { exact: true })).toHaveValue('Onboarding')
  await expect(titles(page)).toHaveText(['Welcome new customers'])

  await page.getByLabel('Type', { exact: true }).selectOption('Audience-based')
  await expect(page.getByText('No journey matches')).toBeVisible()
  await expect(count(page)).toHaveText('0 journeys')
  await expectAccessible(page)

  await page.goBack()
  await expect(page.getByLabel('Type', { exact: true })).toHaveValue('')
  await page.goBack()
  await expect(titles(page)).toHaveText(active)

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/journeys$/)
  await expect(titles(page)).toHaveText(all)
})

test('searches by title while it is typed, in one step back', async ({ page }) => {
  const all = await titles(page).allTextContents()
  const field = page.getByLabel('Search by title')
  await field.pressSequentially('WELC', { delay: 30 })
  await expect(titles(page)).toHaveText(['Welcome new customers'])
  await expect(field).toBeFocused()
  await field.pressSequentially('ome n', { delay: 30 })
  await expect(page).toHaveURL(/\?q=WELCome(\+|%20)n$/)
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('WELCome n')

  await page.goBack()
  await expect(field).toHaveValue('')
  await expect(titles(page)).toHaveText(all)
  await page.goForward()
  await expect(field).toHaveValue('WELCome n')

  await field.fill('nothing is called so')
  await expect(page.getByText('No journey matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all journeys' }).click()
  await expect(field).toHaveValue('')
  await expect(titles(page)).toHaveText(all)
})

test('sorts by title from A to Z first, and by the day of creation', async ({ page }) => {
  const latestFirst = await titles(page).allTextContents()
  const head = (name: string) => page.getByRole('columnheader', { name })
  await expect(head('Created')).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'Sort by Title' }).click()
  await expect(page).toHaveURL(/\?sort=title$/)
  await expect(head('Title')).toHaveAttribute('aria-sort', 'ascending')
  await expect(titles(page)).toHaveText(latestFirst.toSorted())
  await page.getByRole('button', { name: 'Sort by Title' }).click()
  await expect(titles(page)).toHaveText(latestFirst.toSorted().reverse())
  await page.reload()
  await expect(titles(page)).toHaveText(latestFirst.toSorted().reverse())
  await page.getByRole('button', { name: 'Sort by Created' }).click()
  await expect(page).toHaveURL(/\/journeys$/)
  await page.getByRole('button', { name: 'Sort by Created' }).click()
  await expect(titles(page)).toHaveText(latestFirst.toReversed())
})

test('sorts by numbers, the largest first', async ({ page }) => {
  const numbers = async () =>
    (await page.getByRole('row').locator('td:nth-child(6)').allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    )
  await page.getByRole('button', { name: 'Sort by Entrances' }).click()
  await expect(page).toHaveURL(/\?sort=-entrances$/)
  await expect(async () => {
    const shown = await numbers()
    expect(shown.length).toBeGreaterThan(3)
    expect(shown).toEqual(shown.toSorted((left, right) => right - left))
  }).toPass()
})

test('shows more than a page', async ({ page }) => {
  await page.route('**/api/v1/journeys?*', async (route) => {
    const address = new URL(route.request().url())
    address.searchParams.set('limit', '3')
    await route.continue({ url: address.href })
  })
  await page.goto('/journeys?sort=title')
  await expect(count(page)).toHaveText(/^3 of \d+ journeys$/)
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect(count(page)).toHaveText(/^6 of \d+ journeys$/)
  await expect(titles(page)).toHaveCount(6)
  await settled(page)
})

test('says so where there is no journey at all', async ({ page }) => {
  await page.route('**/api/v1/journeys?*', (route) =>
    route.fulfill({ json: { journeys: [], total: 0, next_cursor: null } }),
  )
  await page.reload()
  await expect(page.getByText('No journeys yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export statistics' })).toBeDisabled()
})
