import Taro from '@tarojs/taro'
import { log } from './log'
import type { Routes } from './ports'

const HOME = '/pages/home/index'

export const taroRoutes: Routes = {
  open: (url) => follow(Taro.navigateTo({ url })),
  replace: (url) => follow(Taro.redirectTo({ url })),
  tab: (url) => follow(Taro.switchTab({ url })),
  /** A page opened by a link has nothing behind it: then home is behind it. */
  back: () => follow(depth() > 1 ? Taro.navigateBack() : Taro.switchTab({ url: HOME })),
  depth,
  restart: (url) => follow(Taro.reLaunch({ url })),
  nameTitle: (title) => follow(Taro.setNavigationBarTitle({ title })),
  nameTabs: (names) => names.forEach((text, index) => follow(Taro.setTabBarItem({ index, text }))),
}

function depth(): number {
  return Taro.getCurrentPages().length
}

function follow(going: Promise<unknown>): void {
  going.catch((cause: unknown) => log('A page could not be opened', cause))
}
