/** The page stack of one run: pages open and close as WeChat opens and closes them. */
import type { AppJson } from './componentRegistry'
import { framework } from './framework'
import { createPageView, type PageView } from './pageView'
import type { Fields } from './types'

const pagesMost = 10

type Parts = {
  appJson: AppJson
  register: (path: string, tagName: string) => string
  noteSetData: (route: string, data: Fields) => void
  timed: (name: string, work: () => void) => void
  /** A moment for Taro to render. */
  rest: () => Promise<void>
  /** The same, and until no page is opening any more. */
  settle: () => Promise<void>
}

export type PageStack = ReturnType<typeof createPageStack>

export function createPageStack(parts: Parts) {
  const stack: PageView[] = []
  const tabs = new Map<string, PageView>()
  const isTab = (route: string) => tabRoutesOf(parts.appJson).includes(route)

  async function open(url: string, parent: Element = document.body) {
    const route = routeOf(url)
    if (!routesOf(parts.appJson).includes(route)) throw new Error(`page "${route}" is not found`)
    if (stack.length >= pagesMost) throw new Error('webview count limit exceed')
    hide(stack[stack.length - 1])
    const page = show(parts, url, parent, (made) => stack.push(made))
    if (isTab(route)) tabs.set(route, page)
    await parts.rest()
    return page
  }

  async function close(count = 1) {
    for (let i = 0; i < count; i++) {
      const page = stack.pop()
      if (!page) break
      tabs.delete(page.route)
      unload(page)
      await parts.rest()
    }
  }

  async function back(count = 1) {
    await close(Math.min(count, Math.max(stack.length - 1, 0)))
    run(stack[stack.length - 1], 'onShow')
    await parts.rest()
  }

  async function closeAll() {
    await close(stack.length)
    for (const page of tabs.values()) unload(page)
    tabs.clear()
  }

  /** A tab keeps its page while another one is shown. */
  async function switchTab(url: string) {
    const route = routeOf(url)
    if (!isTab(route)) throw new Error('can not switch to no-tabBar page')
    while (stack.length && !isTab(stack[stack.length - 1]?.route ?? '')) await close()
    if (stack[0]?.route === route) return run(stack[0], 'onShow')
    hide(stack.pop())
    const kept = tabs.get(route)
    if (!kept) return void (await open(url))
    stack.push(kept)
    document.body.appendChild(kept.root.dom)
    run(kept, 'onShow')
    await parts.rest()
  }

  return { stack, open, close, back, closeAll, switchTab, isTab }
}

function show(parts: Parts, url: string, parent: Element, add: (page: PageView) => void) {
  const route = routeOf(url)
  const root = framework.components.create(parts.register(route, 'page'), {})
  const { instance } = root
  const setData = instance.setData
  instance.setData = (data, callback) => {
    parts.noteSetData(route, data)
    setData.call(instance, data, callback)
  }
  const options = queryOf(url)
  const getOpenerEventChannel = () => ({ on() {}, once() {}, off() {}, emit() {} })
  Object.assign(instance, { route, __route__: route, options, getOpenerEventChannel })
  const page = createPageView(root, { url, route }, parts.settle)
  add(page)
  parts.timed(`${route} onLoad`, () => run(page, 'onLoad', options))
  root.attach(parent)
  parts.timed(`${route} onShow`, () => run(page, 'onShow'))
  parts.timed(`${route} onReady`, () => run(page, 'onReady'))
  return page
}

function hide(page: PageView | undefined) {
  run(page, 'onHide')
}

function unload(page: PageView) {
  run(page, 'onUnload')
  page.root.detach()
}

function run(page: PageView | undefined, name: string, ...values: unknown[]) {
  const hook = page?.instance[name]
  if (typeof hook === 'function')
    (hook as (...all: unknown[]) => void).apply(page?.instance, values)
}

export function routeOf(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^\//, '')
}

function queryOf(url: string): Record<string, string> {
  const pairs = (url.split('?')[1] ?? '').split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/).slice(0, 2)))
}

function routesOf({ pages, subPackages = [] }: AppJson): string[] {
  const sub = subPackages.flatMap(({ root, pages: own }) =>
    own.map((page) => `${root}/${page}`.replace('//', '/')),
  )
  return [...pages, ...sub]
}

function tabRoutesOf({ tabBar }: AppJson): string[] {
  return (tabBar?.list ?? []).map(({ pagePath }) => pagePath)
}
