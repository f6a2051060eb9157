import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { precompressed } from './scripts/precompressed.ts'
import { fontPreload } from './scripts/font-preload.ts'

const service = process.env.JOURNEY_STATS_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react(), fontPreload(), precompressed()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    outDir: process.env.UI_OUT ?? '../../../target/ui',
    emptyOutDir: true,
    // What were inlined as data: would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '/api': service } },
  preview: { host: '127.0.0.1', proxy: { '/api': service } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    // Places in which a forgotten zone or language shows.
    env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' },
    css: false,
  },
})
