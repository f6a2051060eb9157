import { expectGoodLooks, journeyNamed, settled, test } from './support'

const welcome = 'Welcome new customers'

/** The dashboards and the settings of a journey, by the names of their pictures. */
const pages = {
  overview: '?period=30d&compare=true',
  performance: '/performance',
  audience: '/audience',
  communications: '/communications?channel=email',
  health: '/health',
  flow: '/flow',
  settings: '/settings',
}

test.describe('nobody signed in', () => {
  test.use({ visitor: 'nobody' })

  test('the page to sign in bars nobody, and is no wider than the screen', async ({ page }) => {
    await page.goto('/sign-in')
    await settled(page)
    await expectGoodLooks(page, 'sign-in')
  })
})

test('the list of journeys bars nobody, and is no wider than the screen', async ({ page }) => {
  await page.goto('/journeys')
  await settled(page)
  await expectGoodLooks(page, 'journeys')
})

for (const [name, path] of Object.entries(pages)) {
  test(`${name} bars nobody, and is no wider than the screen`, async ({ page }) => {
    await page.goto((await journeyNamed(page, welcome)) + path)
    await settled(page)
    await expectGoodLooks(page, name)
  })
}
