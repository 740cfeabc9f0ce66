/// <reference lib="dom" />
import Taro from '@tarojs/taro'
import type { Device } from '../ports'

const BROWSER_TYPE_PX = 16

export const h5Device: Device = {
  /** People who enlarge the type of their browser change what `medium` means. */
  fontScale() {
    const probe = document.createElement('div')
    probe.style.cssText = 'font-size:medium;position:absolute;visibility:hidden'
    document.body.append(probe)
    const size = parseFloat(getComputedStyle(probe).fontSize)
    probe.remove()
    return size > 0 ? size / BROWSER_TYPE_PX : 1
  },
  language: () => navigator.language,
  measureHeight: (id) => Promise.resolve(document.getElementById(id)?.offsetHeight),
  measureBox: (id) => Promise.resolve(document.getElementById(id)?.getBoundingClientRect()),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  call: async (phoneNumber) => void (await Taro.makePhoneCall({ phoneNumber })),
  copyText: (text) => navigator.clipboard.writeText(text),
  // A page cannot open the browser's settings; the words beside the button say where to look.
  openPermissions: () => Promise.resolve(),
  previewPhotos: async (urls, current) =>
    void (await Taro.previewImage({ urls: [...urls], current })),
  pageOrigin: () => location.origin,
  saveText(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    URL.revokeObjectURL(address)
  },
}
