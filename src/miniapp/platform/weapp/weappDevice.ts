import Taro from '@tarojs/taro'
import type { Place } from '@domain/place/place'
import { pointOf } from '../../map/metresBetween'
import type { Device } from '../ports'
import { createEntropyPool } from './entropyPool'

const MAP_SCALE = 17

export function createWeappDevice(): Device {
  return {
    fontScale: () =>
      (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1,
    randomBytes: createEntropyPool(),
    call: async (phoneNumber) => void (await Taro.makePhoneCall({ phoneNumber })),
    copyText: async (data) => void (await Taro.setClipboardData({ data })),
    openMap,
    openPermissions: async () => void (await Taro.openSetting()),
    previewPhotos: async (urls, current) =>
      void (await Taro.previewImage({ urls: [...urls], current })),
    loginCode: async () => (await Taro.login()).code,
    scanText,
  }
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
