import type { Platform } from '../ports'
import { taroDialogs } from '../taroDialogs'
import { taroHttp } from '../taroHttp'
import { taroNetwork } from '../taroNetwork'
import { taroRecords } from '../taroRecords'
import { taroRoutes } from '../taroRoutes'
import { weappConsent } from './weappConsent'
import { createWeappDevice } from './weappDevice'
import { locateInWeapp } from './weappLocation'
import { weappPhotos } from './weappPhotos'

export function createWeappPlatform(): Platform {
  return {
    name: 'weapp',
    records: taroRecords,
    photos: weappPhotos,
    http: taroHttp,
    network: taroNetwork,
    locate: locateInWeapp,
    device: createWeappDevice(),
    dialogs: taroDialogs,
    routes: taroRoutes,
    consent: weappConsent,
  }
}
