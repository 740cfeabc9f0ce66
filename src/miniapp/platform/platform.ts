import { createH5Platform } from './h5/createH5Platform'
import type { Platform } from './ports'
import { createWeappPlatform } from './weapp/createWeappPlatform'

/** The build replaces the condition by a constant, and the other half leaves the bundle. */
export const platform: Platform =
  process.env.TARO_ENV === 'h5' ? createH5Platform() : createWeappPlatform()
