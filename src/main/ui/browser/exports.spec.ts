import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectGoodLooks, settled, test } from './support'

/** What the specification of metrics wants, in this order. */
const columns = [
  'Title',
  'Status',
  'Created',
  'Category',
  'Type',
  'UUID',
  'Total Reach',
  'Unique Users',
  'Users Inside',
  'Drop-off',
  'Total Sends',
  'Avg CTR',
  'Goals',
  'Push Sends',
  'Push CTR',
  'Email Sends',
  'Email CTR',
  'Email Clicks',
  'Email Unsubscribes',
  'SMS Sends',
  'SMS Deliveries',
  'WhatsApp Sends',
  'WhatsApp Opens',
  'In-App Shows',
  'In-App Interaction',
  'In-App Skips',
]

/** Exports wait for their turn, which takes long where much else is tested at the same time. */
const PATIENCE = 30_000

function dialog(page: Page) {
  return page.getByRole('dialog', { name: 'Export statistics' })
}

/** The file that the dialog offers, once it is ready. */
async function fileOffered(page: Page): Promise<Locator> {
  const file = dialog(page).getByRole('link', { name: 'Download CSV' })
  await expect(file).toBeFocused({ timeout: PATIENCE })
  return file
}

function drawer(page: Page) {
  return page.getByRole('dialog', { name: 'Exports' })
}

/** The exports of the drawer that are about some journeys. */
function entries(page: Page, subject: string) {
  return drawer(page)
    .getByRole('listitem')
    .filter({ hasText: new RegExp(subject) })
}

/** Changes answers about exports on their way, for states that are too short or too rare to wait for. */
async function answering(page: Page, change: () => Record<string, unknown> | undefined): Promise<void> {
  await page.route(/\/api\/v1\/exports\/[^/]+$/, async (route) => {
    const changed = route.request().method() === 'GET' ? change() : undefined
    if (changed === undefined) {
      await route.continue()
      return
    }
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), ...changed } })
  })
}

test('exports the statistics of the journeys that the filters show, and of no other', async ({ page }) => {
  await page.goto('/journeys?status=finished&sort=title')
  const shown = page.getByRole('table').getByRole('rowheader')
  await expect(shown).toHaveText(['Little Black Friday', 'Tour of the new wish list'])

  await page.getByRole('button', { name: 'Export statistics' }).click()
  await expect(dialog(page)).toContainText('Finished')
  await expect(dialog(page)).toContainText('2 journeys')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()

  const file = await fileOffered(page)
  await expect(dialog(page)).toContainText(/2 rows · .* · kept until/)
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [head, ...rows] = text.slice(1).replaceAll('"', '').trimEnd().split('\r\n')
  expect(head?.split(',')).toEqual(columns)
  expect(rows.map((row) => row.split(',').slice(0, 2)).toSorted()).toEqual([
    ['Little Black Friday', 'finished'],
    ['Tour of the new wish list', 'finished'],
  ])

  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export statistics' })).toBeFocused()
})

test('exports the days that are chosen in a calendar', async ({ page }) => {
  await page.goto('/journeys?q=Bring')
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await dialog(page)
    .getByRole('button', { name: /^Period/ })
    .click()
  // What a period is chosen in closes alone.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Custom range' })).toHaveCount(0)
  await expect(dialog(page)).toBeVisible()

  await dialog(page)
    .getByRole('button', { name: /^Period/ })
    .click()
  await page.getByRole('button', { name: 'Custom range' }).click()
  await page.getByRole('button', { name: 'Previous month' }).click()
  const days = page.getByRole('dialog', { name: /^Period/ }).locator('td button:not([data-outside])')
  await days.nth(0).click()
  await days.nth(6).click()
  const period = dialog(page).getByRole('button', { name: /^Period: 1 .* – 7 / })
  const words = (await period.textContent()) ?? ''
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page)).toContainText(`“Bring” in the title · ${words}`)
  await fileOffered(page)
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(dialog(page)).toHaveCount(0)
})

test('shows how far an export is, and cancels it', async ({ page }) => {
  let under: Record<string, unknown> | undefined = { status: 'queued', progress: 0, file: null }
  await answering(page, () => under)
  await page.goto('/journeys?q=Abandoned')
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page)).toContainText('Queued')
  under = { status: 'running', progress: 0.425, rows_written: 425, rows_total: 1000, file: null }
  const bar = dialog(page).getByRole('progressbar')
  await expect(bar).toHaveAttribute('aria-valuenow', '42')
  await expect(bar).toHaveAttribute('aria-valuetext', '42% · 425 of 1,000 rows')
  await expectAccessible(page)
  under = { status: 'running', progress: null, rows_written: 0, rows_total: null, file: null }
  await expect(dialog(page)).toContainText('Starting…')

  const [ended] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'DELETE'),
    dialog(page).getByRole('button', { name: 'Cancel export' }).click(),
  ])
  expect(ended.url()).toContain('/api/v1/exports/')
  under = { status: 'cancelled', progress: null, file: null, error: 'It was cancelled.' }
  await expect(dialog(page)).toContainText('It was cancelled.')
  await dialog(page).getByRole('button', { name: 'Another period' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Export', exact: true })).toBeVisible()
})

test('says why an export failed, and tries again', async ({ page }) => {
  let failed: Record<string, unknown> | undefined = {
    status: 'failed',
    progress: null,
    file: null,
    error: 'There is no room for the file.',
  }
  await answering(page, () => failed)
  await page.goto('/journeys?q=Win')
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page).getByRole('alert')).toHaveText('There is no room for the file.')
  await expectAccessible(page)
  failed = undefined
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await fileOffered(page)
})

test('says when there are too many exports, and asks once where the answer gets lost', async ({ page }) => {
  const names: (string | undefined)[] = []
  let busy = true
  await page.route('**/api/v1/exports', async (route) => {
    if (route.request().method() !== 'POST') {
      await route.continue()
    } else if (busy) {
      await route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        headers: { 'Retry-After': '5' },
        json: {
          type: 'about:blank',
          title: 'Too many requests',
          status: 429,
          detail: 'Too many exports wait already.',
        },
      })
    } else {
      names.push(route.request().headers()['idempotency-key'])
      await (names.length === 1 ? route.abort() : route.continue())
    }
  })
  await page.goto('/journeys?q=Loyalty')
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Too many exports wait already.')
  await expectAccessible(page)
  busy = false
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await fileOffered(page)
  expect(names).toHaveLength(2)
  expect(names[0]).toBeTruthy()
  expect(names[1]).toBe(names[0])
})

test('the drawer lists exports, takes the file, deletes it and makes it again', async ({ page }) => {
  // As nobody has written it before; to the search it is all the same.
  const title = 'order updates'.replaceAll(/[a-z]/g, (letter) => (Math.random() < 0.5 ? letter : letter.toUpperCase()))
  await page.goto(`/journeys?q=${title}`)
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await fileOffered(page)
  await page.keyboard.press('Escape')

  const opener = page.getByRole('button', { name: /^Exports/ })
  await opener.click()
  await expect(page).toHaveURL(/q=order.updates&exports=true/i)
  const entry = entries(page, `“${title}” in the title`)
  await expect(entry).toContainText('Campaign statistics')
  await expect(entry).toContainText(/Ready.*Overall.*Requested .*1 row · .* · kept until/s)
  await page.reload()
  await expect(entry).toHaveCount(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    entry.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toContain('Order updates and review request')

  await entry.getByRole('button', { name: 'Delete' }).click()
  await expect(entry.getByRole('button', { name: 'Delete file' })).toBeFocused()
  await entry.getByRole('button', { name: 'Keep' }).click()
  await expect(entry.getByRole('button', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(entry).toContainText('The file was removed.')
  await expect(entry.getByRole('link')).toHaveCount(0)
  await expect(entry.getByRole('button', { name: 'Export again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(entry).toHaveCount(2)
  await expect(entry.getByRole('link', { name: 'Download CSV' })).toBeVisible({ timeout: PATIENCE })

  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/journeys\?q=order.updates$/i)
  await expect(opener).toBeFocused()
  await page.goBack()
  await expect(drawer(page)).toBeVisible()
})

test('asks for the exports again only while one is under way', async ({ page }) => {
  let underWay = true
  let asked = 0
  await page.route(/\/api\/v1\/exports\?/, async (route) => {
    asked += 1
    const answer = await route.fetch()
    const list = (await answer.json()) as { exports: { status: string }[] }
    const [first] = list.exports
    // Other tests export at the same time.
    const ended = list.exports.filter(({ status }) => status !== 'queued' && status !== 'running')
    const changed = { ...first, id: 'under-way', status: 'running', progress: 0.5, rows_total: 10, file: null }
    await route.fulfill({
      response: answer,
      json: { ...list, exports: underWay ? [changed, ...ended] : ended },
    })
  })
  await page.clock.install()
  await page.goto('/journeys?q=Tour')
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await fileOffered(page)
  await page.keyboard.press('Escape')
  const opener = page.getByRole('button', { name: /^Exports/ })
  await expect(opener).toHaveAccessibleName('Exports 1 under way')
  await expect(async () => {
    await page.clock.fastForward('00:02')
    expect(asked).toBeGreaterThan(2)
  }).toPass()
  await opener.click()
  await expect(drawer(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')

  underWay = false
  await page.clock.fastForward('00:02')
  await expect(drawer(page).getByRole('progressbar')).toHaveCount(0)
  await settled(page)
  const before = asked
  // What it asked for now would be seen before the answer to this.
  await page.clock.fastForward('00:30')
  await page.evaluate(() => fetch('/api/v1/version'))
  expect(asked).toBe(before)
})

test.describe('nobody signed in', () => {
  test.use({ visitor: 'nobody' })

  test('nobody else’s exports are seen without a key', async ({ page }) => {
    await page.goto('/journeys?exports=true')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })
})

test('neither the dialog nor the drawer bars anybody', async ({ page }) => {
  await page.goto('/journeys?status=active&category=Revenue')
  await settled(page)
  await expectGoodLooks(page, 'journeys-filtered')
  await page.getByRole('button', { name: 'Export statistics' }).click()
  await expect(dialog(page)).toBeVisible()
  await expectGoodLooks(page, 'export')
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await fileOffered(page)
  await expectGoodLooks(page, 'export-ready')
  await page.goto('/journeys?exports=true')
  await expect(entries(page, 'Revenue').first()).toBeVisible()
  await settled(page)
  await expectGoodLooks(page, 'my-exports')
})
