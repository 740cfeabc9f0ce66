import type { Fields, PhoneMemory, Run } from '../types'
import { answering, WxFailure } from './answer'

const valueCharactersMost = 1024 * 1024
const storageCharactersMost = 10 * 1024 * 1024

/** `wx.setStorage` and its family, with WeChat's limits: 1 MB a key, 10 MB in all. */
export function storageApi(run: Run): Fields {
  const { memory } = run
  const get = (key: string): unknown => {
    const kept = memory.storage.get(key)
    return kept === undefined ? '' : (JSON.parse(kept) as { data?: unknown }).data
  }
  const getOrFail = ({ key }: Fields) => {
    if (!memory.storage.has(String(key))) throw new WxFailure('data not found')
    return { data: get(String(key)) }
  }
  const remove = (key: string) => void memory.storage.delete(key)
  const clear = () => memory.storage.clear()
  return {
    setStorageSync: (key: string, value: unknown) => put(memory, key, value),
    getStorageSync: get,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: () => infoOf(memory),
    setStorage: answering(run, 'setStorage', ({ key, data }) => put(memory, String(key), data)),
    getStorage: answering(run, 'getStorage', getOrFail),
    removeStorage: answering(run, 'removeStorage', ({ key }) => remove(String(key))),
    clearStorage: answering(run, 'clearStorage', clear),
    getStorageInfo: answering(run, 'getStorageInfo', () => infoOf(memory)),
  }
}

function put(memory: PhoneMemory, key: string, data: unknown) {
  const json = JSON.stringify({ data })
  if (json.length > valueCharactersMost) throw new WxFailure('entry size limit reached')
  const others = charactersIn(memory) - (memory.storage.get(key)?.length ?? 0)
  if (others + json.length > (memory.storageCharactersMax ?? storageCharactersMost))
    throw new WxFailure('exceed storage max size')
  memory.storage.set(key, json)
}

function charactersIn({ storage }: PhoneMemory) {
  return [...storage.values()].reduce((sum, json) => sum + json.length, 0)
}

function infoOf(memory: PhoneMemory) {
  const currentSize = Math.ceil(charactersIn(memory) / 1024)
  return { keys: [...memory.storage.keys()], currentSize, limitSize: 10 * 1024 }
}
