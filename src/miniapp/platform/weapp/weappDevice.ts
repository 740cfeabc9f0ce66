import Taro from '@tarojs/taro'
import type { Place } from '@domain/place/place'
import { pointOf } from '../../map/metresBetween'
import type { Box, Device } from '../ports'
import { createEntropyPool } from './entropyPool'
import { weappMessages } from './weappMessages'

const MAP_SCALE = 17

export function createWeappDevice(): Device {
  return {
    fontScale: () => baseInfo().fontSizeScaleFactor ?? 1,
    language: () => baseInfo().language ?? 'zh_CN',
    measureHeight: async (id) => (await measureBox(id))?.height,
    measureBox,
    randomBytes: createEntropyPool(),
    call: async (phoneNumber) => void (await Taro.makePhoneCall({ phoneNumber })),
    copyText: async (data) => void (await Taro.setClipboardData({ data })),
    openMap,
    choosePlace,
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
function measureBox(id: string): Promise<Box | undefined> {
  return new Promise((resolve) => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect((found) => {
          resolve((Array.isArray(found) ? found[0] : found) ?? undefined)
        })
        .exec()
    })
  })
}

async function scanText(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })).result
  } catch (cause) {
    if (turnedBack(cause)) return undefined
    throw new Error('The camera did not open', { cause })
  }
}

/** WeChat's own map answers in gcj02. */
async function choosePlace(): Promise<Place | undefined> {
  try {
    const { longitude, latitude } = await Taro.chooseLocation({})
    return { longitude, latitude, datum: 'gcj02', byHand: true }
  } catch (cause) {
    if (turnedBack(cause)) return undefined
    throw new Error('The map did not open', { cause })
  }
}

function turnedBack(cause: unknown): boolean {
  return /cancel/i.test((cause as { errMsg?: string }).errMsg ?? '')
}

async function openMap(place: Place, name: string): Promise<void> {
  const [longitude, latitude] = pointOf(place)
  await Taro.openLocation({ longitude, latitude, name, scale: MAP_SCALE })
}
