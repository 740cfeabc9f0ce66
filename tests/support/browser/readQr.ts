import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const program = path.resolve(
  __dirname,
  '../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
)

/** What a camera held over the screen would read there: the pixels as they are drawn, and a reader that is not ours. */
export async function readQr(square: Locator): Promise<string[]> {
  const wasmBinary = new Uint8Array(await readFile(program)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  const found = await readBarcodes(new Uint8Array(await square.screenshot()), {
    formats: ['QRCode'],
  })
  return found.map(({ text }) => text)
}
