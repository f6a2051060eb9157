import { promisify } from 'node:util'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const packed = /\.(?:js|css|html|svg|json)$/

/** Writes every text file of the build again as gzip and Brotli, so that the service only has to pass bytes on. */
export function precompressed(): Plugin {
  let directory = ''
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved(config) {
      directory = config.build.outDir
    },
    async closeBundle() {
      const files = await readdir(directory, { recursive: true })
      await Promise.all(files.filter((file) => packed.test(file)).map((file) => pack(join(directory, file))))
    },
  }
}

async function pack(file: string): Promise<void> {
  const content = await readFile(file)
  const [asGzip, asBrotli] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  ])
  await Promise.all([writeFile(`${file}.gz`, asGzip), writeFile(`${file}.br`, asBrotli)])
}
