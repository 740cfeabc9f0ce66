/**
 * Pages of a mini-program without a view: the data each page sends is kept as it is sent, and a touch goes back the way
 * WeChat sends it. No template is rendered, so that thousands of lives fit into a minute.
 */
import { routeOf } from './pageStack'
import type { Fields } from './types'

type PageConfig = Fields & { data?: Fields }
type Hook = (...values: unknown[]) => unknown

/** A node as Taro writes it into the data of its page. */
type TaroNode = { sid: string; uid?: string; nn?: string; v?: string; cn?: TaroNode[] }

export type BlindPage = {
  readonly route: string
  readonly options: Readonly<Record<string, string>>
  readonly instance: PageConfig
  readonly has: (id: string) => boolean
  readonly text: () => string
  readonly tap: (id: string) => void
  readonly input: (id: string, value: string) => void
}

type Parts = {
  readonly config: (route: string) => PageConfig
  readonly tabs: readonly string[]
  /** Calls back in a moment of the phone's own time. */
  readonly soon: (work: () => void) => void
}

export type BlindPages = ReturnType<typeof createBlindPages>

export function createBlindPages({ config, tabs, soon }: Parts) {
  const stack: BlindPage[] = []
  const kept = new Map<string, BlindPage>()
  const moment = () => new Promise<void>((resolve) => soon(resolve))
  const isTab = (route: string) => tabs.includes(route)
  const top = () => stack[stack.length - 1]

  async function open(url: string): Promise<BlindPage> {
    call(top(), 'onHide')
    const page = createBlindPage(config(routeOf(url)), url, soon)
    stack.push(page)
    if (isTab(page.route)) kept.set(page.route, page)
    call(page, 'onLoad', page.options)
    call(page, 'onShow')
    call(page, 'onReady')
    await moment()
    return page
  }

  async function close(count = 1): Promise<void> {
    for (const page of stack.splice(Math.max(0, stack.length - count))) {
      kept.delete(page.route)
      call(page, 'onUnload')
    }
    await moment()
  }

  async function back(count = 1): Promise<void> {
    await close(Math.min(count, Math.max(stack.length - 1, 0)))
    call(top(), 'onShow')
  }

  async function switchTab(url: string): Promise<void> {
    while (top() && !isTab(top()?.route ?? '')) await close()
    const route = routeOf(url)
    if (top()?.route === route) return void call(top(), 'onShow')
    call(stack.pop(), 'onHide')
    const page = kept.get(route)
    if (!page) return void (await open(url))
    stack.push(page)
    call(page, 'onShow')
    await moment()
  }

  return { stack, open, close, back, switchTab, isTab, closeAll: () => close(stack.length) }
}

function call(page: BlindPage | undefined, name: string, ...values: unknown[]): void {
  const hook = page?.instance[name]
  if (typeof hook === 'function') (hook as Hook).apply(page?.instance, values)
}

function createBlindPage(
  config: PageConfig,
  url: string,
  soon: (work: () => void) => void,
): BlindPage {
  const route = routeOf(url)
  const options = Object.fromEntries(
    (url.split('?')[1] ?? '')
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/).slice(0, 2)),
  ) as Record<string, string>
  // A page's own from its first moment: the definition is the next page's too.
  const data = structuredClone(config.data ?? {})
  const setData = (changes: Fields, done?: () => void) => {
    for (const [path, value] of Object.entries(changes)) put(data, path, value)
    if (done) soon(done)
  }
  const instance: PageConfig = { ...config, data, setData, route, __route__: route, options }
  instance.getOpenerEventChannel = () => ({ on() {}, once() {}, off() {}, emit() {} })
  const find = (id: string) => findNode(data.root as TaroNode | undefined, id)
  const fire = (id: string, type: string, detail: Fields) => {
    const node = find(id)
    if (!node) throw new Error(`${route} shows no ${id}: ${wordsOf(data.root as TaroNode)}`)
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } }
    const event = { type, detail, target, currentTarget: target, timeStamp: 0, touches: [] }
    ;(instance.eh as Hook).call(instance, event)
  }
  return {
    route,
    options,
    instance,
    has: (id) => find(id) !== undefined,
    text: () => wordsOf(data.root as TaroNode),
    tap: (id) => fire(id, 'tap', { x: 0, y: 0 }),
    input: (id, value) => fire(id, 'input', { value, cursor: value.length }),
  }
}

/** `root.cn.[0].cn.[2].v`, as Taro writes the way to what changed. Copied on the way in, as WeChat copies. */
function put(data: Fields, path: string, value: unknown): void {
  const steps = path.replace(/\[(\d+)\]/g, '$1').split('.')
  const last = steps.pop() ?? ''
  let at = data
  for (const step of steps) at = (at[step] ??= {}) as Fields
  at[last] = value
}

function findNode(node: TaroNode | undefined, id: string): TaroNode | undefined {
  if (!node) return undefined
  if (node.uid === id) return node
  for (const child of childrenOf(node)) {
    const found = findNode(child, id)
    if (found) return found
  }
  return undefined
}

/** `cn` is a list, or once a single child was put into none an object with numbers for names. */
function childrenOf({ cn }: TaroNode): TaroNode[] {
  return cn ? Object.values(cn).filter(Boolean) : []
}

function wordsOf(node: TaroNode | undefined): string {
  if (!node) return ''
  return (node.v ?? '') + childrenOf(node).map(wordsOf).join('')
}
