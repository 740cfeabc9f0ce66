import { openWeapp } from '../weappHost/node'
import type { WeappPackage } from '../weappHost/types'

/** The compiled mini-program, each of its files read once. */
export function packageInMemory(dist: string): WeappPackage {
  const opened = openWeapp(dist)
  const files = new Map<string, string>()
  return {
    ...opened,
    read(file) {
      const text = files.get(file) ?? opened.read(file)
      files.set(file, text)
      return text
    },
  }
}
