import Taro from '@tarojs/taro'
import type { RecordStore } from './ports'

/** WeChat's storage, and localStorage in a browser: Taro gives both the same face. */
export const taroRecords: RecordStore = {
  keys: () => [...Taro.getStorageInfoSync().keys],
  read(key) {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' ? undefined : value
  },
  write: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
  // WeChat tells kilobytes; a browser tells nothing.
  usedBytes: () => (Taro.getStorageInfoSync().currentSize || 0) * 1024,
}
