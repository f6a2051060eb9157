import type { Locator, Page } from '@playwright/test'
import { expect, journeyNamed, settled, test } from './support'

const welcome = 'Welcome new customers'

interface Layer {
  /** Where it is opened: a page of the list, or of a journey. */
  readonly list?: string
  readonly journey?: string
  readonly opener: (page: Page) => Locator
  readonly role: 'menu' | 'dialog'
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first()

const layers: Record<string, Layer> = {
  'the menu of the account': { list: '', opener: button('Demo Shop'), role: 'menu' },
  'the menu of a status': { journey: '', opener: button(/^Status: /), role: 'menu' },
  'the menu of files': { journey: '/communications?channel=email', opener: button(/^Files of/), role: 'menu' },
  'the choice of a period': { journey: '', opener: button(/^Period/), role: 'dialog' },
  'the choice of metrics': { journey: '/communications?channel=push', opener: button(/^Metrics/), role: 'dialog' },
  'the dialog of an export': { list: '', opener: button('Export statistics'), role: 'dialog' },
  'the drawer of exports': { list: '', opener: button(/^Exports/), role: 'dialog' },
}

async function open(page: Page, { list, journey = '' }: Layer): Promise<void> {
  await page.goto(list === undefined ? (await journeyNamed(page, welcome)) + journey : `/journeys${list}`)
  await settled(page)
}

for (const [name, layer] of Object.entries(layers)) {
  test(`${name} closes by Escape as soon as it is there, and gives the focus back`, async ({ page }) => {
    await open(page, layer)
    const opener = layer.opener(page)
    const shown = page.getByRole(layer.role)
    await opener.focus()
    // In one go, before a frame is drawn or the focus has moved.
    const closable = await opener.evaluate(async (element, role) => {
      ;(element as HTMLElement).click()
      while (document.querySelector(`[role=${role}]`) === null) {
        await new Promise((tick) => {
          setTimeout(tick)
        })
      }
      return document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }),
      )
    }, layer.role)
    expect(closable).toBeDefined()
    await expect(shown).toHaveCount(0)
    await expect(opener).toBeFocused()
    await settled(page)
    await expect(shown).toHaveCount(0)

    // And as ever.
    await page.keyboard.press('Enter')
    await expect(shown).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
    await expect(opener).toBeFocused()
  })
}

test('a menu closes when the focus leaves it, and leaves the focus where it went', async ({ page }) => {
  await open(page, { journey: '', opener: button(/^Status: /), role: 'menu' })
  await page.getByRole('button', { name: /^Status: / }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  const link = page.getByRole('link', { name: 'Performance' }).first()
  await link.focus()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await settled(page)
  await expect(link).toBeFocused()
})
