import { expect, expectGoodLooks, journeyNamed, json, origin, settled, test } from './support'

const welcome = 'Welcome new customers'

test('an administrator sees who did what, and picks out one kind of it', async ({ page, demo }) => {
  await json(page.request.post('/api/v1/session', { data: { key: demo.key }, headers: { Origin: origin } }))
  const journey = await journeyNamed(page, welcome)
  await json(page.request.get(`/api/v1${journey}/users?limit=1`))
  expect((await page.request.get(`/api/v1${journey}/users.csv?period=7d`)).status()).toBe(200)

  await page.goto('/journeys')
  await page.getByRole('button', { name: 'Demo Shop' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page).toHaveURL(/\/settings\/history$/)
  await expect(page).toHaveTitle('History · Settings · Journey Stats')
  const rows = page.getByRole('region', { name: 'History' }).getByRole('row')
  const named = (what: string) => rows.filter({ has: page.getByRole('rowheader', { name: what, exact: true }) })
  await expect(named('Signed in').first()).toContainText('127.0.0.1')
  await expect(named('List of users read').first()).toContainText('demo')
  await settled(page)
  await expectGoodLooks(page, 'history')

  await page.getByLabel('Kind').selectOption('Files downloaded')
  await expect(page).toHaveURL(/kind=file_downloaded/)
  await expect(named('Users downloaded').first()).toBeVisible()
  await expect(named('Signed in')).toHaveCount(0)
  await named('Users downloaded').first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Kind')).toHaveValue('file_downloaded')

  await page.getByLabel('Kind').selectOption('Keys revoked')
  await expect(page.getByText('Nothing of this kind yet')).toBeVisible()
  await expectGoodLooks(page, 'history-empty')
  await page.goto('/settings/history?kind=nonsense')
  await expect(page.getByLabel('Kind')).toHaveValue('')
  await expect(named('Signed in').first()).toBeVisible()
})

test.describe('a user with a read-only key', () => {
  test.use({ visitor: 'owner' })

  test('neither sees the history nor the way there', async ({ page, owner }) => {
    const headers = { Authorization: `Bearer ${owner.key}` }
    const session = await json<{ tenant: { id: string } }>(page.request.get('/api/v1/session', { headers }))
    const keys = `/api/v1/tenants/${session.tenant.id}/keys`
    const data = { role: 'read', name: 'Browser test' }
    const { id, key } = await json<{ id: string; key: string }>(page.request.post(keys, { headers, data }))
    await json(page.request.post('/api/v1/session', { data: { key }, headers: { Origin: origin } }))

    await page.goto('/journeys')
    await page.getByRole('button', { name: 'Test Shop' }).click()
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'Settings' })).toHaveCount(0)
    await page.goto('/settings/history')
    await expect(page.getByText('Only administrators see the history')).toBeVisible()
    await settled(page)
    await expectGoodLooks(page, 'history-refused')
    await json(page.request.delete(`${keys}/${id}`, { headers }))
  })
})
