import { expect, expectAccessible, journeyNamed, settled, test } from './support'

const welcome = 'Welcome new customers'

/** Every page, by the name of its picture. */
const pages: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'journeys', path: '/journeys' },
  { name: 'overview', path: '?period=30d&compare=true' },
  { name: 'performance', path: '/performance' },
  { name: 'audience', path: '/audience' },
  { name: 'communications', path: '/communications?channel=email' },
  { name: 'health', path: '/health' },
  { name: 'steps', path: '/steps' },
  { name: 'settings', path: '/settings' },
]

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test.describe(`${scheme}, ${width} px`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height: 900 } })

      test('the page to sign in bars nobody', async ({ page }) => {
        await page.goto('/sign-in')
        await settled(page)
        await expectAccessible(page)
        await page.screenshot({ path: `screenshots/sign-in-${scheme}-${width}.png` })
      })

      for (const { name, path } of pages) {
        test(`${name} bars nobody, and is no wider than the screen`, async ({ page, signedIn: _ }) => {
          await page.goto(name === 'journeys' ? path : (await journeyNamed(page, welcome)) + path)
          await settled(page)
          await expectAccessible(page)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          await page.screenshot({ path: `screenshots/${name}-${scheme}-${width}.png`, fullPage: true })
        })
      }
    })
  }
}
