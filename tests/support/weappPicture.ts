/** A picture of the compiled mini-program with its own WXSS, taken in Chromium. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { nodeNetwork, openWeapp } from './weappHost/node'
import type { Network, Phone } from './weappHost/types'
import type { CarriedRequest, Scene, Step } from './weappPicture/pageInChromium'
import { phoneStyles } from './weappPicture/phoneStyles'

export type PictureOptions = {
  dist: string
  /** `/pages/home/index?id=9`; the first page when left out. */
  url?: string
  steps?: Step[]
  width?: number
  height?: number
  /** WeChat's own font setting, as `wx.getAppBaseInfo().fontSizeScaleFactor`. */
  fontScale?: number
  phone?: Partial<Omit<Phone, 'photos' | 'answerModal' | 'tapActionSheet' | 'answerSubscription'>>
  /** What `wx.getStorageSync` finds on this phone. */
  storage?: Record<string, unknown>
  server?: string
  /** The whole length of the page, not only what fits the screen. */
  fullPage?: boolean
  out: string
}

export type Pictured = {
  text: string
  html: string
  missingTemplates: string[]
  errors: string[]
  /** What the page wrote to the console, warnings and errors only. */
  console: string[]
}

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function pictureOfWeapp(options: PictureOptions): Promise<Pictured> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: chromiumArguments,
  })
  try {
    const { width = 375, height = 812 } = options
    const viewport = { width, height }
    const touch = { deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' }
    const page = await browser.newPage({ viewport, ...touch })
    return await takePicture(page, { ...options, width, height })
  } finally {
    await browser.close()
  }
}

async function takePicture(
  page: Page,
  options: PictureOptions & { width: number; height: number },
): Promise<Pictured> {
  const said = listen(page)
  await stageWeapp(page, options, nodeNetwork)
  for (const step of options.steps ?? []) {
    await page.evaluate((one) => window.takeStep(one), step)
  }
  await page.screenshot({ path: options.out, fullPage: options.fullPage ?? false })
  return { ...(await page.evaluate(() => window.describeScene())), console: said }
}

export type Staged = Omit<PictureOptions, 'steps' | 'out' | 'fullPage'> & {
  width: number
  height: number
}

/** Lays the compiled app into an open page of Chromium; `window.openPage` and `window.takeStep` go on from there. */
export async function stageWeapp(page: Page, options: Staged, network: Network): Promise<void> {
  await page.exposeFunction('carryRequest', carrierOf(network))
  await page.setContent(emptyDocument)
  await page.addStyleTag({ content: phoneStyles(options.dist, options.width) })
  await page.addScriptTag({ content: await bundledHost() })
  await page.evaluate(([given, url]) => window.startScene(given, url), [
    sceneOf(options),
    options.url ?? '',
  ] as const)
}

declare global {
  interface Window {
    openPage(url: string): Promise<void>
    startScene(scene: Scene, url: string): Promise<void>
    takeStep(step: Step): Promise<void>
    describeScene(): Omit<Pictured, 'console'>
  }
}

const emptyDocument = `<!doctype html><html lang="zh-CN"><head>
<meta name="viewport" content="width=device-width,initial-scale=1"></head><body></body></html>`

function listen(page: Page): string[] {
  const said: string[] = []
  page.on('pageerror', (error) => said.push(`pageerror ${error.message}`))
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) said.push(message.text())
  })
  return said
}

function carrierOf(network: Network) {
  return async ({ bodyBase64, ...rest }: CarriedRequest) => {
    const body = bodyBase64 === undefined ? undefined : Buffer.from(bodyBase64, 'base64')
    const answer = await network({ ...rest, body })
    return { ...answer, bodyBase64: Buffer.from(answer.body).toString('base64'), body: undefined }
  }
}

async function bundledHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(__dirname, 'weappPicture/pageInChromium.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    define: { global: 'globalThis' },
  })
  return outputFiles[0]?.text ?? ''
}

function sceneOf({ dist, width, height, fontScale, phone, storage, server }: Staged): Scene {
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const texts = all.filter((file) => /\.(js|json)$/.test(file))
  const pictures = all.filter((file) => /\.(png|jpe?g|svg|gif|webp)$/.test(file))
  return {
    files: Object.fromEntries(
      texts.map((file) => [file, readFileSync(path.join(dist, file), 'utf8')]),
    ),
    templates: openWeapp(dist).templates,
    pictures: Object.fromEntries(pictures.map((file) => [file, dataAddress(dist, file)])),
    phone: {
      ...(width ? { windowWidth: width } : {}),
      ...(height ? { windowHeight: height } : {}),
      ...(fontScale ? { fontSizeScaleFactor: fontScale } : {}),
      ...phone,
    },
    storage: storage ?? {},
    ...(server ? { server } : {}),
  }
}

function dataAddress(dist: string, file: string): string {
  const kind = path.extname(file).slice(1).replace('jpg', 'jpeg').replace('svg', 'svg+xml')
  return `data:image/${kind};base64,${readFileSync(path.join(dist, file)).toString('base64')}`
}
