import { readFileSync } from 'node:fs'
import path from 'node:path'

const config = path.resolve(__dirname, '../../src/miniapp/app.config.ts')

/** As app.config lists them, such as `home/index`. Read as text: the file is written for Taro's own loader. */
export function pagesOfApp(): string[] {
  const text = readFileSync(config, 'utf8')
  const list = /\bpages: \[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...list.matchAll(/'pages\/([^']+)'/g)].map(([, page]) => page ?? '')
}
