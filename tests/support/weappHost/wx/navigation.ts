import type { PageStack } from '../pageStack'
import { routeOf } from '../pageStack'
import type { Fields, Run, WxOptions } from '../types'
import { answering } from './answer'

/** `wx.navigateTo` and its family over the page stack; one move at a time, in order. */
export function navigationApi(
  run: Run,
  pages: () => PageStack,
  busy: (move: Promise<void>) => void,
) {
  let last = Promise.resolve()
  const moving = (name: string, move: (stack: PageStack, options: WxOptions) => Promise<void>) =>
    answering(run, name, async (options) => {
      const mine = last.then(() => (run.alive ? move(pages(), options) : undefined))
      last = mine.catch(() => undefined)
      busy(last)
      await mine
    })
  return {
    navigateTo: moving('navigateTo', async (stack, { url }) => {
      if (stack.isTab(routeOf(String(url)))) throw new Error('can not navigateTo a tabbar page')
      await stack.open(relativeTo(stack, String(url)))
    }),
    redirectTo: moving('redirectTo', async (stack, { url }) => {
      if (stack.isTab(routeOf(String(url)))) throw new Error('can not redirectTo a tabbar page')
      const target = relativeTo(stack, String(url))
      await stack.close()
      await stack.open(target)
    }),
    reLaunch: moving('reLaunch', async (stack, { url }) => {
      const target = relativeTo(stack, String(url))
      await stack.closeAll()
      await stack.open(target)
    }),
    switchTab: moving('switchTab', (stack, { url }) => stack.switchTab(String(url))),
    navigateBack: moving('navigateBack', (stack, { delta }) => stack.back(Number(delta ?? 1))),
  } satisfies Fields
}

/** An address without a leading slash is seen from the page that is shown. */
function relativeTo({ stack }: PageStack, url: string): string {
  const shown = stack[stack.length - 1]
  if (url.startsWith('/') || !shown || !url.startsWith('.')) return url
  return new URL(url, `http://weapp/${shown.route}`).pathname.concat(
    url.includes('?') ? `?${url.split('?')[1]}` : '',
  )
}
