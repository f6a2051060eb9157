import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Debian's browser: none is downloaded. */
export const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

const address = process.env.UI_ADDRESS ?? 'http://127.0.0.1:18301'

if (!existsSync(chromium)) {
  throw new Error(`There is no Chromium at ${chromium}; set CHROMIUM_PATH.`)
}

export default defineConfig({
  testDir: 'browser',
  outputDir: '../../../target/browser-tests',
  fullyParallel: true,
  workers: 2,
  // A machine that does other things besides is no fault of the page.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: address,
    locale: 'tr-TR',
    timezoneId: 'Asia/Kathmandu',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // Without a film, which takes much of a processor.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
