import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core'
import { findChromium } from '../findChromium'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const BROWSER_TYPE_PX = 16

/** `typeScale`: what people do who ask their browser for larger type. */
export async function openBrowser(typeScale = 1): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('没有找到 Chromium：apt-get install chromium fonts-noto-cjk')
  return chromium.launch({
    executablePath,
    args: [...args, `--blink-settings=defaultFontSize=${Math.round(BROWSER_TYPE_PX * typeScale)}`],
  })
}

/** Everybody here reads Chinese by the clock of Lianzhou. */
const inLianzhou = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }

/** Inside 宝珠村 of 西江镇, as a browser tells it. */
export const placeInBaozhu = { longitude: 112.413, latitude: 24.73, accuracy: 12 }

export function phoneContext(width = 390, height = 844): BrowserContextOptions {
  return {
    ...inLianzhou,
    viewport: { width, height },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    geolocation: placeInBaozhu,
    permissions: ['geolocation'],
  }
}

export function consoleContext(width = 1440, height = 900): BrowserContextOptions {
  return { ...inLianzhou, viewport: { width, height } }
}
