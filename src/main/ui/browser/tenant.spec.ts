import { expect, expectAccessible, expectGoodLooks, settled, test } from './support'

test.use({ visitor: 'owner', contextOptions: { reducedMotion: 'reduce' } })

test('an admin finds the settings of the tenant, and says how long events are kept', async ({ page }) => {
  await page.goto('/journeys')
  await page.getByRole('button', { name: 'Test Shop' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(page).toHaveURL(/\/settings$/)
  await expect(page.getByRole('heading', { name: 'Settings of Test Shop' })).toBeVisible()
  await settled(page)
  for (const limit of ['Journeys', 'API keys', 'Stored events']) {
    await expect(page.getByRole('rowheader', { name: limit, exact: true })).toBeVisible()
  }

  const change = page.getByRole('button', { name: 'Change how long events are kept' })
  await change.click()
  const dialog = page.getByRole('dialog', { name: 'How long are events kept?' })
  const days = dialog.getByLabel('Days')
  await expect(days).toBeFocused()
  await days.fill('29')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Must be a whole number from 30 to 36,500')).toBeVisible()
  await expect(days).toBeFocused()
  await days.fill('400')
  await expect(dialog.getByRole('status')).toContainText('This cannot be undone.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Remove and save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('For 400 days')).toBeVisible()
  await expect(change).toBeFocused()

  await change.click()
  await days.fill('')
  await expect(dialog.getByRole('status')).toContainText('No events are removed now')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('For ever')).toBeVisible()
  // What is gone does not come back.
  await expect(page.getByText('The first event’s')).toHaveCount(0)
})

test('the settings of the tenant bar nobody, and are no wider than the screen', async ({ page }) => {
  await page.goto('/settings')
  await settled(page)
  await expectGoodLooks(page, 'tenant-settings')
})
