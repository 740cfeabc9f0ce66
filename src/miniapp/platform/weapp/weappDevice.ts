import Taro from '@tarojs/taro'
import type { Place } from '@domain/place/place'
import { pointOf } from '../../map/metresBetween'
import type { Device } from '../ports'
import { createEntropyPool } from './entropyPool'
import { weappMessages } from './weappMessages'

const MAP_SCALE = 17

export function createWeappDevice(): Device {
  return {
    fontScale: () => baseInfo().fontSizeScaleFactor ?? 1,
    language: () => baseInfo().language ?? 'zh_CN',
    measureHeight,
    randomBytes: createEntropyPool(),
    call: async (phoneNumber) => void (await Taro.makePhoneCall({ phoneNumber })),
    copyText: async (data) => void (await Taro.setClipboardData({ data })),
    openMap,
    openPermissions: async () => void (await Taro.openSetting()),
    previewPhotos: async (urls, current) =>
      void (await Taro.previewImage({ urls: [...urls], current })),
    loginCode: async () => (await Taro.login()).code,
    scanText,
    messages: weappMessages,
  }
}

/** Older versions of WeChat say nothing of the type size. */
function baseInfo(): { fontSizeScaleFactor?: number; language?: string } {
  return Taro.getAppBaseInfo()
}

/** After the next rendering: the view is drawn by another process than the one that asks. */
function measureHeight(id: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect((found) => {
          const box = Array.isArray(found) ? found[0] : found
          resolve(box?.height)
        })
        .exec()
    })
  })
}

async function scanText(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })).result
  } catch (cause) {
    if (/cancel/i.test((cause as { errMsg?: string }).errMsg ?? '')) return undefined
    throw new Error('The camera did not open', { cause })
  }
}

async function openMap(place: Place, name: string): Promise<void> {
  const [longitude, latitude] = pointOf(place)
  await Taro.openLocation({ longitude, latitude, name, scale: MAP_SCALE })
}
