/** Bundled for the browser by weappPicture.ts: the host, and what WeChat draws around a page. */
import { base64Of, fromBase64 } from '../weappHost/bytes'
import { startWeappHost, type WeappHost } from '../weappHost/host'
import { attributesOf, showAttributes } from '../weappHost/pageView'
import { createPhoneMemory } from '../weappHost/phone'
import type { NetAnswer, Network, Phone, WeappPackage } from '../weappHost/types'

export type Scene = {
  files: Record<string, string>
  templates: string
  /** Path in the package to a data address, for pictures. */
  pictures: Record<string, string>
  phone: Partial<Phone>
  storage: Record<string, unknown>
  server?: string
}

/** A tap on a selector or on `=words`, words typed into an input, or any other event. */
export type Step =
  | string
  | { input: string; value: string }
  | { fire: string; type: string; detail?: unknown }
  | { network: Phone['networkType'] }

export type CarriedRequest = {
  method: string
  url: string
  headers: Record<string, string>
  timeoutMs: number
  bodyBase64?: string
}
export type CarriedAnswer = Omit<NetAnswer, 'body'> & { bodyBase64: string }

type Stage = Window & {
  carryRequest(request: CarriedRequest): Promise<CarriedAnswer>
  startScene(scene: Scene, url: string): Promise<void>
  openPage(url: string): Promise<void>
  takeStep(step: Step): Promise<void>
  describeScene(): { text: string; html: string; missingTemplates: string[]; errors: string[] }
}

const stage = window as unknown as Stage

/** The browser would refuse to ask another origin, so Node asks for it. */
const network: Network = async ({ body, ...rest }) => {
  const carried = body ? { ...rest, bodyBase64: base64Of(body) } : rest
  const { bodyBase64, ...answer } = await stage.carryRequest(carried)
  return { ...answer, body: fromBase64(bodyBase64) }
}

stage.startScene = async (scene, url) => {
  const weapp: WeappPackage = {
    templates: scene.templates,
    read(path) {
      const text = scene.files[path]
      if (text === undefined) throw new Error(`the package has no ${path}`)
      return text
    },
  }
  const memory = createPhoneMemory()
  for (const [key, data] of Object.entries(scene.storage)) {
    memory.storage.set(key, JSON.stringify({ data }))
  }
  const host = startWeappHost(weapp, {
    network,
    memory,
    phone: scene.phone,
    ...(scene.server ? { server: scene.server } : {}),
  })
  await (url ? host.open(url) : host.openFirstPage())
  await settleAndDraw(host, scene)
  stage.takeStep = async (step) => {
    await take(host, step)
    await settleAndDraw(host, scene)
  }
  let opened = false
  stage.openPage = async (url) => {
    // WeChat keeps ten pages open and no more.
    if (opened) await host.back()
    opened = true
    await host.open(url)
    await settleAndDraw(host, scene)
  }
  stage.describeScene = () => ({
    text: host.page.text(),
    html: host.page.html(),
    missingTemplates: [...host.missingTemplates],
    errors: host.errors.map(String),
  })
}

async function take(host: WeappHost, step: Step) {
  if (typeof step === 'string') await host.page.tap(step)
  else if ('input' in step) await host.page.input(step.input, step.value)
  else if ('fire' in step) await host.page.fire(step.fire, step.type, step.detail)
  else await host.setNetwork(step.network)
}

async function settleAndDraw(host: WeappHost, scene: Scene) {
  await host.quiet()
  const nodes = host.page.findAll('*')
  showAttributes(nodes)
  for (const node of host.page.findAll('image')) {
    const { src, mode } = attributesOf(node)
    if (node.$$ && src)
      drawPicture(node.$$ as HTMLElement, addressOf(host, scene, String(src)), mode)
  }
  drawBars(host, scene)
}

function addressOf(host: WeappHost, scene: Scene, src: string): string {
  const bytes = host.fileBytes(src)
  if (bytes) return `data:image/jpeg;base64,${base64Of(bytes)}`
  return scene.pictures[src.replace(/^\//, '')] ?? src
}

function drawPicture(element: HTMLElement, address: string, mode: unknown) {
  const sizes: Record<string, string> = { aspectFill: 'cover', aspectFit: 'contain' }
  element.style.background = 'center no-repeat'
  element.style.backgroundImage = `url("${address}")`
  element.style.backgroundSize = sizes[String(mode)] ?? '100% 100%'
}

/** WeChat's own title bar and tab bar stand outside the page, so the host knows nothing of them. */
function drawBars(host: WeappHost, scene: Scene) {
  const app = readJson(scene, 'app.json')
  const page = { ...(app.window as object), ...readJson(scene, `${host.page.route}.json`) }
  if (page.navigationStyle !== 'custom') drawTitle(host, page)
  const tabs = (app.tabBar as { list?: { pagePath: string; text: string }[] } | undefined)?.list
  const shown = tabs?.some(({ pagePath }) => pagePath === host.page.route)
  bar('tab-bar').replaceChildren(...(shown ? (tabs ?? []) : []).map(({ text }) => word(text)))
}

function drawTitle(host: WeappHost, page: Record<string, unknown>) {
  const set = host.callsOf('setNavigationBarTitle').pop()?.options.title
  const title = bar('title-bar')
  title.replaceChildren(word(String(set ?? page.navigationBarTitleText ?? '')))
  title.style.background = String(page.navigationBarBackgroundColor ?? '#000')
  title.style.color = page.navigationBarTextStyle === 'black' ? '#000' : '#fff'
}

function readJson(scene: Scene, path: string) {
  return JSON.parse(scene.files[path] ?? '{}') as Record<string, unknown>
}

function bar(id: string): HTMLElement {
  const known = document.getElementById(id)
  if (known) return known
  const made = Object.assign(document.createElement('aside'), { id })
  document.body.prepend(made)
  return made
}

function word(text: string) {
  return Object.assign(document.createElement('span'), { textContent: text })
}
