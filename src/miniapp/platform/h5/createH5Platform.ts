import type { Platform } from '../ports'
import { taroDialogs } from '../taroDialogs'
import { taroHttp } from '../taroHttp'
import { taroRecords } from '../taroRecords'
import { taroRoutes } from '../taroRoutes'
import { h5Device } from './h5Device'
import { locateInBrowser } from './h5Location'
import { h5Network } from './h5Network'
import { h5Photos } from './h5Photos'

export function createH5Platform(): Platform {
  return {
    name: 'h5',
    records: taroRecords,
    photos: h5Photos,
    http: taroHttp,
    network: h5Network,
    locate: locateInBrowser,
    device: h5Device,
    dialogs: taroDialogs,
    routes: taroRoutes,
    // A browser asks for each permission itself.
    consent: { onNeeded: () => undefined, openContract: () => undefined },
  }
}
