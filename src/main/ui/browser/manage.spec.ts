import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectGoodLooks, json, origin, settled, test } from './support'

const goal = 'Ordered again'

/** A journey with two goals, one of which events decide and the other one the sender. */
const original = {
  title: 'Win back sleeping customers',
  category: 'Retention',
  type: 'audience_based',
  steps: [
    { id: 'entry', name: 'No order for 90 days', kind: 'entry' },
    { id: 'miss_you', name: 'We miss you', kind: 'message', channel: 'email' },
    { id: 'wait', name: 'Wait 7 days', kind: 'wait' },
    { id: 'last_email', name: '20 % off, only this week', kind: 'message', channel: 'email' },
    { id: 'exit', name: 'Not won back', kind: 'exit' },
  ],
  goals: [
    { id: 'returned', name: 'Back in the shop', conversion_period_days: 30 },
    { id: 'won_back', name: goal, event_name: 'purchase', goal_step_id: 'miss_you', conversion_period_days: 14 },
  ],
}

/** Asks the API as the one who is signed in. */
async function call<Content>(
  page: Page,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  data?: unknown,
): Promise<Content> {
  const headers = { Origin: origin }
  return json(page.request.fetch(`/api/v1${path}`, { method, headers, ...(data === undefined ? {} : { data }) }))
}

/** A draft of the test's own, so that no other test's journey changes. */
async function ownDraft(page: Page, title: string): Promise<string> {
  const { id } = await call<{ id: string }>(page, 'POST', '/journeys', { ...original, title })
  return `/journeys/${id}`
}

function statusButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Status: / })
}

async function choose(page: Page, action: string): Promise<void> {
  await statusButton(page).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** Chooses what asks first, and says yes. */
async function confirm(page: Page, action: string): Promise<void> {
  await choose(page, action)
  await page.getByRole('dialog').getByRole('button', { name: action }).click()
}

async function openSettings(page: Page, journey: string): Promise<void> {
  await page.goto(`${journey}/settings`)
  await settled(page)
}

test.use({ visitor: 'owner', contextOptions: { reducedMotion: 'reduce' } })

test.describe('who may manage', () => {
  test('activates a draft, pauses it to edit a goal, and activates it again', async ({ page }) => {
    const { id } = await call<{ id: string }>(page, 'POST', '/journeys', original)
    const clone = await call<{ id: string }>(page, 'POST', `/journeys/${id}/clone`)
    await call(page, 'PATCH', `/journeys/${clone.id}`, { title: 'Life of a journey' })
    await openSettings(page, `/journeys/${clone.id}`)
    await confirm(page, 'Activate')
    await expect(statusButton(page)).toHaveText('Status: Active')
    await expect(statusButton(page)).toBeFocused()
    await expect(page.getByText('Pause the journey to edit its goals')).toBeVisible()
    await expect(page.getByRole('button', { name: `Change ${goal}` })).toHaveCount(0)

    await page.getByRole('button', { name: 'Pause to edit' }).click()
    await expect(statusButton(page)).toHaveText('Status: Paused')
    await expect(page.getByRole('button', { name: 'Add a goal' })).toBeFocused()

    await page.getByRole('button', { name: `Change ${goal}` }).click()
    const dialog = page.getByRole('dialog', { name: 'Change the conversion goal' })
    await dialog.getByLabel('Conversion period, days').fill('45')
    await dialog.getByRole('button', { name: 'Add a filter' }).click()
    await expect(dialog.getByLabel('Property', { exact: true })).toBeFocused()
    await dialog.getByLabel('Property', { exact: true }).fill('amount')
    await dialog.getByLabel('Comparison').selectOption('is at least')
    await expect(dialog.getByLabel('Type of value')).toHaveValue('number')
    await dialog.getByLabel('Value', { exact: true }).fill('80')
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('purchase, where amount is at least 80')).toBeVisible()
    await expect(page.getByText('45 days after exit from “We miss you”')).toBeVisible()
    await expect(page.getByRole('button', { name: `Change ${goal}` })).toBeFocused()

    await confirm(page, 'Activate')
    await expect(statusButton(page)).toHaveText('Status: Active')
    const history = page.getByRole('table').filter({ has: page.getByText('By the key') })
    await expect(history.getByRole('rowheader')).toHaveText([
      'Activated',
      'Goals, steps, title or category edited',
      'Paused',
      'Activated',
      'Renamed to “Life of a journey”',
      `Cloned from another journey as “${original.title} (copy)”`,
    ])
    await expect(history.getByText('(your key)').first()).toBeVisible()

    await page.getByRole('link', { name: 'Performance' }).click()
    await expect(page.getByRole('cell', { name: 'purchase, where amount is at least 80' })).toBeVisible()
  })

  test('adds and removes goals, and edits title and category', async ({ page }) => {
    await openSettings(page, await ownDraft(page, 'Goals come and go'))
    await expect(page.getByRole('link', { name: '2 conversion goals' })).toBeVisible()
    await page.getByRole('button', { name: 'Add a goal' }).click()
    const adding = page.getByRole('dialog', { name: 'Add a conversion goal' })
    await adding.getByLabel('Name', { exact: true }).fill('Rated us')
    await adding.getByLabel('Reached by').selectOption('Reported by your app')
    await expect(adding.getByText('with goal_id rated_us')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: '3 conversion goals' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add a goal' })).toBeFocused()

    await page.getByRole('button', { name: 'Remove Rated us' }).click()
    const removing = page.getByRole('dialog', { name: 'Remove the conversion goal?' })
    await removing.getByRole('button', { name: 'Remove goal' }).click()
    await expect(page.getByRole('link', { name: '2 conversion goals' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Rated us' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Add a goal' })).toBeFocused()

    await page.getByRole('button', { name: 'Change title and category' }).click()
    const details = page.getByRole('dialog', { name: 'Change title and category' })
    await details.getByLabel('Title').fill('Goals came and went')
    await details.getByLabel('Category').fill('Tests')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Goals came and went' })).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: 'Tests' })).toBeVisible()
  })

  test('clones a journey, and renames the clone', async ({ page }) => {
    const journey = await ownDraft(page, 'To be cloned')
    await page.goto(journey)
    await settled(page)
    await choose(page, 'Clone')
    await expect(page.getByRole('heading', { name: 'To be cloned (copy)' })).toBeVisible()
    await expect(page).not.toHaveURL(new RegExp(journey))
    await expect(statusButton(page)).toHaveText('Status: Draft')
    await expect(statusButton(page)).toBeFocused()

    await choose(page, 'Rename')
    const dialog = page.getByRole('dialog', { name: 'Rename the journey' })
    await expect(dialog.getByLabel('Title')).toBeFocused()
    await dialog.getByLabel('Title').fill(' ')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Must not be blank.')).toBeVisible()
    await dialog.getByLabel('Title').fill('The clone')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'The clone' })).toBeVisible()
    await expect(statusButton(page)).toBeFocused()
  })

  test('finishes a journey, which asks first', async ({ page }) => {
    await page.goto(await ownDraft(page, 'To be finished'))
    await confirm(page, 'Activate')
    await expect(statusButton(page)).toHaveText('Status: Active')
    await choose(page, 'Finish')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(statusButton(page)).toBeFocused()
    await choose(page, 'Finish')
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await expect(statusButton(page)).toHaveText('Status: Finished')
    await statusButton(page).click()
    await expect(page.getByText('A finished journey stays finished.')).toBeVisible()
    await expect(page.getByRole('menuitem')).toHaveText(['Clone', 'Rename', 'Delete'])
  })

  test('stops a journey for ever by the keyboard alone, its title typed, and deletes it', async ({ page }) => {
    const journey = await ownDraft(page, 'To be stopped')
    await call(page, 'POST', `${journey}/activate`)
    await page.goto(journey)
    await statusButton(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Pause to edit' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(statusButton(page)).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Pause to edit' })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('menuitem', { name: 'Stop permanently' })).toBeFocused()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Stop permanently?' })
    await expect(dialog.getByText('This cannot be undone.')).toBeVisible()
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('Something else')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('This is not the title of the journey.')).toBeVisible()
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('To be stopped')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: 'Stop permanently' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(statusButton(page)).toHaveText('Status: Stopped')
    await expect(statusButton(page)).toBeFocused()

    await choose(page, 'Delete')
    const last = page.getByRole('dialog', { name: 'Delete the journey?' })
    await expect(last.getByText(/deleted with its events/)).toBeVisible()
    await expectAccessible(page)
    await last.getByRole('textbox').fill('Something else')
    await last.getByRole('button', { name: 'Delete' }).click()
    await expect(last.getByText('This is not the title of the journey.')).toBeVisible()
    await last.getByRole('textbox').fill('To be stopped')
    await last.getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveURL(/\/journeys$/)
    await expect(page.getByRole('table').getByRole('rowheader').first()).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'To be stopped' })).toHaveCount(0)
    expect((await page.request.get(`/api/v1${journey}`)).status()).toBe(404)
  })

  test('sees at each field what is wrong with it, by the page and by the service', async ({ page }) => {
    await openSettings(page, await ownDraft(page, 'Wrong input'))
    await page.getByRole('button', { name: 'Add a goal' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add a filter' }).click()
    await dialog.getByLabel('Property', { exact: true }).fill('amount')
    await dialog.getByLabel('Comparison').selectOption('is less than')
    await dialog.getByLabel('Type of value').selectOption('Number')
    await dialog.getByLabel('Value', { exact: true }).fill('49,5')
    await dialog.getByLabel('Conversion period, days').fill('400')
    await dialog.getByRole('button', { name: 'Add goal' }).click()
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Must not be blank.')
    await expect(dialog.getByLabel('Event name')).toHaveAccessibleDescription('Must not be blank.')
    await expect(dialog.getByLabel('Value', { exact: true })).toHaveAccessibleDescription(/^Must be a number/)
    await expect(dialog.getByLabel('Conversion period, days')).toHaveAccessibleDescription(
      'Must be a whole number from 1 to 365.',
    )

    await dialog.getByLabel('Event name').fill('purchase')
    await dialog.getByLabel('Value', { exact: true }).fill('49.5')
    await dialog.getByLabel('Conversion period, days').fill('40')
    // Half a character, which only the service looks for.
    await dialog.getByLabel('Name', { exact: true }).evaluate((input) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'Half \ud83d')
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await dialog.getByRole('button', { name: 'Add goal' }).click()
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Must be valid Unicode.')
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await dialog.getByLabel('Name', { exact: true }).fill('Whole')
    await dialog.getByRole('button', { name: 'Add goal' }).click()
    await expect(page.getByText('purchase, where amount is less than 49.5')).toBeVisible()
  })

  test('counts the same users when another part of a goal was edited, and numbers as numbers', async ({
    page,
    owner,
  }) => {
    const spaced = {
      ...original.goals[1],
      event_name: ' purchase ',
      filters: [{ property: ' amount', op: 'gte', value: 50 }],
    }
    const { id } = await call<{ id: string }>(page, 'POST', '/journeys', { ...original, goals: [spaced] })
    const journey = `/journeys/${id}`
    await call(page, 'POST', `${journey}/activate`)
    const event = (user: number, hours: number, more: object) => ({
      event_id: `${id}-${user}-${hours}`,
      time: new Date(Date.now() - hours * 3_600_000).toISOString(),
      user_id: `user-${user}`,
      ...more,
    })
    const users = [49, 50, 51].flatMap((amount, user) => [
      event(user, 3, { type: 'entered', journey_id: id }),
      event(user, 2, { type: 'step_completed', journey_id: id, step_id: 'miss_you', channel: 'email' }),
      event(user, 1, { type: 'custom', event_name: ' purchase ', properties: { ' amount': amount } }),
    ])
    const headers = { Authorization: `Bearer ${owner.key}` }
    const taken = json<{ rejected: unknown[] }>(page.request.post('/api/v1/events', { headers, data: users }))
    expect((await taken).rejected).toEqual([])
    const counted = async () => {
      const path = `/api/v1${journey}/stats/performance`
      const { goals } = await json<{ goals: { count: number }[] }>(page.request.get(path))
      return goals.map(({ count }) => count)
    }
    await expect.poll(counted).toEqual([2])

    await call(page, 'POST', `${journey}/pause`)
    await openSettings(page, journey)
    await page.getByRole('button', { name: `Change ${goal}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Renamed')
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(page.getByRole('heading', { name: 'Renamed' })).toBeVisible()
    expect(await counted()).toEqual([2])

    await page.getByRole('button', { name: 'Change Renamed' }).click()
    await dialog.getByLabel('Comparison').selectOption('is')
    await dialog.getByLabel('Type of value').selectOption('Text')
    await expect(dialog.getByText('This is the text “50”.')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Use the number 50' }).click()
    await expect(dialog.getByLabel('Type of value')).toHaveValue('number')
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(page.getByText('amount is 50', { exact: false })).toBeVisible()
    expect(await counted()).toEqual([1])
  })

  test('loses nothing typed by accident', async ({ page }) => {
    const journey = await ownDraft(page, 'Half typed')
    await page.goto(journey)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: `Change ${goal}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Ordered twice')
    await page.keyboard.press('Escape')
    await expect(dialog.getByText('You have unsaved changes.')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    await page.goBack()
    await expect(dialog.getByText('You have unsaved changes.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    await expect(page).toHaveURL(/settings/)
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Ordered twice')
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Discard changes' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('heading', { name: goal })).toBeVisible()
    await expect(page.getByRole('button', { name: `Change ${goal}` })).toBeFocused()
  })

  test('keeps what was typed while the service is away', async ({ page }) => {
    await openSettings(page, await ownDraft(page, 'Service away'))
    await page.getByRole('button', { name: `Change ${goal}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Ordered after all')
    await page.route('**/api/v1/journeys/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(dialog.getByRole('alert')).toContainText('The service cannot be reached')
    await page.unrouteAll()
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(page.getByRole('heading', { name: 'Ordered after all' })).toBeVisible()
  })

  test('keeps what was typed when the session ends', async ({ page, owner }) => {
    await page.clock.install()
    await openSettings(page, await ownDraft(page, 'Session ends'))
    await page.getByRole('button', { name: `Change ${goal}` }).click()
    const dialog = page.getByRole('dialog')
    const name = dialog.getByLabel('Name', { exact: true })
    await name.fill('Ordered in the end')
    await page.context().clearCookies()
    // Longer than numbers are shown before they are asked for again.
    await page.clock.fastForward('00:40')
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(dialog.getByRole('alert')).toContainText('your session has ended')
    await settled(page)
    await expect(name).toHaveValue('Ordered in the end')
    await json(page.request.post('/api/v1/session', { data: { key: owner.key }, headers: { Origin: origin } }))
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(page.getByRole('heading', { name: 'Ordered in the end' })).toBeVisible()
  })

  test('learns of a conflicting change, and chooses how to continue', async ({ page }) => {
    const journey = await ownDraft(page, 'Two at once')
    await openSettings(page, journey)
    const dialog = page.getByRole('dialog')
    const name = dialog.getByLabel('Name', { exact: true })
    await page.getByRole('button', { name: `Change ${goal}` }).click()
    await name.fill('Mine')
    await call(page, 'PATCH', journey, { title: 'Renamed meanwhile' })
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not saved: someone else just changed this journey.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Discard mine and load theirs' }).click()
    await expect(name).toHaveValue(goal)

    await name.fill('Mine again')
    await call(page, 'PATCH', journey, { title: 'Renamed again' })
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await dialog.getByRole('button', { name: 'Keep my changes' }).click()
    await expect(dialog.getByRole('button', { name: 'Save goal' })).toBeFocused()
    await expect(name).toHaveValue('Mine again')

    // The goal cannot be edited any more, as someone else has activated the journey.
    await call(page, 'POST', `${journey}/activate`)
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(dialog.getByRole('alert')).toContainText('It is active now.')
    await dialog.getByRole('button', { name: 'Pause to edit' }).click()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Save goal' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Mine again' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Renamed again' })).toBeVisible()
    await expect(statusButton(page)).toHaveText('Status: Paused')

    // A status that someone else has changed meanwhile.
    await statusButton(page).click()
    await call(page, 'POST', `${journey}/stop`)
    await page.getByRole('menuitem', { name: 'Activate' }).click()
    const activating = page.getByRole('dialog', { name: 'Activate the journey?' })
    await activating.getByRole('button', { name: 'Activate' }).click()
    await expect(activating.getByRole('alert')).toContainText('The journey is stopped and cannot become active.')
    await activating.getByRole('button', { name: 'Cancel' }).click()
    await expect(statusButton(page)).toHaveText('Status: Stopped')
    await expect(statusButton(page)).toBeFocused()
  })
})

test('shows a journey whose first event is of another century', async ({ page, owner }) => {
  const journey = await ownDraft(page, 'History')
  const id = journey.replace('/journeys/', '')
  await call(page, 'POST', `${journey}/activate`)
  const entered = (user: string, time: string) => ({
    event_id: `${id}-${user}`,
    type: 'entered',
    time,
    journey_id: id,
    user_id: user,
  })
  const today = new Date(Date.now() - 3_600_000)
  const data = [entered('first', '1900-02-10T12:00:00Z'), entered('latest', today.toISOString())]
  const headers = { Authorization: `Bearer ${owner.key}` }
  const taken = json<{ rejected: unknown[] }>(page.request.post('/api/v1/events', { headers, data }))
  expect((await taken).rejected).toEqual([])

  // The tenant's zone is Tokyo's.
  const [year = 0, month = 0] = today.toLocaleDateString('sv', { timeZone: 'Asia/Tokyo' }).split('-').map(Number)
  const months = (year - 1900) * 12 + month - 1
  const health = async () =>
    json<{ interval: string; series: { time: string; entrances: number }[] }>(
      page.request.get(`/api/v1${journey}/stats/health?interval=auto`),
    )
  await expect.poll(async () => (await health()).series.length).toBe(months)
  const { interval, series } = await health()
  expect(interval).toBe('month')
  expect(series[0]).toMatchObject({ time: '1900-02-01T00:00:00+09:00', entrances: 1 })
  expect(series.at(-1)).toMatchObject({ entrances: 1 })

  await page.goto(`${journey}/health`)
  await settled(page)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  const table = page.getByRole('table').first()
  await expect(table.getByRole('row')).toHaveCount(months + 1)
  await expect(table.getByRole('rowheader').last()).toHaveText('Feb 1900')

  const days = await page.request.get(`/api/v1${journey}/channels/email/messages/miss_you.csv`)
  expect(days.status()).toBe(422)
  expect(((await days.json()) as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['period'])
})

test('a user with a read-only key sees why nothing can be changed', async ({ page, owner }) => {
  const headers = { Authorization: `Bearer ${owner.key}` }
  const session = await json<{ tenant: { id: string } }>(page.request.get('/api/v1/session', { headers }))
  const keys = `/api/v1/tenants/${session.tenant.id}/keys`
  const data = { role: 'read', name: 'Browser test' }
  const { id, key } = await json<{ id: string; key: string }>(page.request.post(keys, { headers, data }))
  const journey = await ownDraft(page, 'To be read')
  await json(page.request.post('/api/v1/session', { data: { key }, headers: { Origin: origin } }))

  await openSettings(page, journey)
  await expect(page.getByText('Your key is read-only.')).toBeVisible()
  await expect(page.getByRole('heading', { name: goal })).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Add|Change|Remove|Pause)/ })).toHaveCount(0)
  await expect(page.getByRole('table').filter({ has: page.getByText('By the key') })).toBeVisible()
  const status = page.getByRole('button', { name: 'Status: Draft' })
  await status.focus()
  await expect(page.getByRole('tooltip')).toHaveText(/^Your key is read-only\. To change journeys, sign in/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expectAccessible(page)
  await json(page.request.delete(`${keys}/${id}`, { headers }))
})

test('asks before a user is erased, and says what that means', async ({ page, owner }) => {
  const journey = await ownDraft(page, 'To be left')
  const id = journey.replace('/journeys/', '')
  const headers = { Authorization: `Bearer ${owner.key}` }
  const time = new Date(Date.now() - 3_600_000).toISOString()
  const data = { event_id: `${id}-leaves`, type: 'entered', time, journey_id: id, user_id: `leaves-${id}` }
  await json(page.request.post('/api/v1/events', { headers, data }))
  const asked: string[] = []
  // Answered here: to erase a user removes the files that other tests export at the same time.
  await page.route('**/api/v1/users?*', (route) => {
    asked.push(`${route.request().method()} ${new URL(route.request().url()).searchParams.get('user_id') ?? ''}`)
    return asked.length === 1
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: { type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'ClickHouse is away.' },
        })
      : route.fulfill({ status: 202, json: { id: '6f6fbc55-9d0e-4c7e-8a57-6a2d3f1f5a10', status: 'erased' } })
  })

  await page.goto(`${journey}/audience`)
  await settled(page)
  const erase = page.getByRole('button', { name: `Erase leaves-${id}` })
  await erase.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/are removed from all journeys/)).toBeVisible()
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(erase).toBeFocused()
  expect(asked).toEqual([])

  await erase.click()
  await dialog.getByRole('button', { name: 'Erase' }).click()
  await expect(dialog.getByText('ClickHouse is away.')).toBeVisible()
  const reloaded = page.waitForRequest((request) => request.url().includes(`/journeys/${id}/users`))
  await dialog.getByRole('button', { name: 'Erase' }).click()
  await expect(dialog).toHaveCount(0)
  await reloaded
  expect(asked).toEqual([`DELETE leaves-${id}`, `DELETE leaves-${id}`])
})

async function dialogLooksGood(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectGoodLooks(page, name)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
}

test('neither settings nor their dialogs bar anybody', async ({ page }) => {
  await openSettings(page, await ownDraft(page, 'Settings'))
  await expectGoodLooks(page, 'settings-draft')
  await page.getByRole('button', { name: `Change ${goal}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add a filter' }).click()
  await dialog.getByRole('button', { name: 'Save goal' }).click()
  await expect(dialog.getByText('Must not be blank.')).toBeVisible()
  await expectGoodLooks(page, 'goal')
  await dialog.getByRole('button', { name: 'Remove filter' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: `Remove ${goal}` }).click()
  await dialogLooksGood(page, 'goal-removal')
  await page.getByRole('button', { name: 'Change title and category' }).click()
  await dialogLooksGood(page, 'details')
})

test('neither the menu of a status nor its dialogs bar anybody', async ({ page }) => {
  const journey = await ownDraft(page, 'Status')
  await call(page, 'POST', `${journey}/activate`)
  await openSettings(page, journey)
  await statusButton(page).click()
  await expect(page.getByRole('menuitem', { name: 'Pause to edit' })).toBeVisible()
  await expectGoodLooks(page, 'status-menu')
  await page.keyboard.press('Escape')
  await choose(page, 'Rename')
  await dialogLooksGood(page, 'rename')
  await choose(page, 'Pause to edit')
  await dialogLooksGood(page, 'pause')
  await choose(page, 'Finish')
  await dialogLooksGood(page, 'finish')
  await choose(page, 'Stop permanently')
  await dialogLooksGood(page, 'stop')
})
