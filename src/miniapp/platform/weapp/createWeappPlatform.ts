import type { Door, Platform } from '../ports'
import { taroDialogs } from '../taroDialogs'
import { taroHttp } from '../taroHttp'
import { taroNetwork } from '../taroNetwork'
import { taroRecords } from '../taroRecords'
import { taroRoutes } from '../taroRoutes'
import { createFunctionDoor, type WechatCloud } from './createFunctionDoor'
import { weappConsent } from './weappConsent'
import { createWeappDevice } from './weappDevice'
import { locateInWeapp } from './weappLocation'
import { weappPhotos } from './weappPhotos'
import { createWeappVoice } from './weappVoice'

// Taro's promise layer gives up the callbacks of `wx.cloud`, so this speaks to WeChat itself.
declare const wx: {
  readonly cloud: WechatCloud
  readonly arrayBufferToBase64: (bytes: ArrayBuffer) => string
}

/** The contract asks for a code; a cloud function is told by WeChat who calls and reads none. */
const CODE_OF_CONTEXT = 'wx-context'

export function createWeappPlatform(): Platform {
  const functionDoor = openFunctionDoor()
  const device = createWeappDevice()
  return {
    name: 'weapp',
    records: taroRecords,
    photos: weappPhotos,
    voice: createWeappVoice(),
    http: taroHttp,
    ...(functionDoor ? { functionDoor } : {}),
    network: taroNetwork,
    locate: locateInWeapp,
    device: functionDoor
      ? { ...device, loginCode: () => Promise.resolve(CODE_OF_CONTEXT) }
      : device,
    dialogs: taroDialogs,
    routes: taroRoutes,
    consent: weappConsent,
  }
}

function openFunctionDoor(): Door | undefined {
  if (!CLOUD_ENV) return undefined
  const { cloud, arrayBufferToBase64: toBase64 } = wx
  return createFunctionDoor({ cloud, env: CLOUD_ENV, toBase64 })
}
