/// <reference lib="dom" />
import type { Network } from '../ports'

/** Taro's own answer in a browser names the kind of network and cannot say "none". */
export const h5Network: Network = {
  isOnline: () => Promise.resolve(navigator.onLine),
  onChange(listener) {
    window.addEventListener('online', () => listener(true))
    window.addEventListener('offline', () => listener(false))
  },
}
