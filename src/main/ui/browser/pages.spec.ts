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

      test('no page bars anybody, and none is wider than the screen', async ({ page, signedIn: _ }) => {
        const journey = await journeyNamed(page, welcome)
        for (const { name, path } of pages) {
          await test.step(name, async () => {
            await page.goto(name === 'journeys' ? path : journey + path)
            await settled(page)
            await expectAccessible(page)
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
            await page.screenshot({ path: `screenshots/${name}-${scheme}-${width}.png`, fullPage: true })
          })
        }
      })
    })
  }
}
