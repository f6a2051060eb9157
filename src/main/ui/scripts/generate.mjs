// Writes src/generated from openapi.json and docs/metrics.md, which the service generates; with --check it only compares.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { metricsModule } from './metrics.mjs'

const root = new URL('../', import.meta.url)
const description = new URL('../resources/openapi/openapi.json', root)
const document = JSON.parse(await readFile(description, 'utf8'))
const metrics = await readFile(new URL('../../../docs/metrics.md', root), 'utf8')
const note = '// Generated from openapi.json by `npm run generate`.\n'

const files = {
  'src/generated/api.ts': note + astToString(await openapiTypescript(description, { alphabetize: true })),
  'src/generated/metrics.ts': metricsModule(document, metrics),
}

const check = process.argv.includes('--check')
for (const [name, content] of Object.entries(files)) {
  const file = new URL(name, root)
  if (check) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== content) {
      console.error(`${name} is not what openapi.json and docs/metrics.md say; run: npm run generate`)
      process.exitCode = 1
    }
  } else {
    await writeFile(file, content)
  }
}
