import { platform } from '../platform/platform'

/** Where the API is: baked in for the phone, the page's own origin in a browser. */
export function apiBase(): string {
  return typeof API_BASE === 'undefined' ? '' : API_BASE
}

/** Where the app's web page is, for other phones; empty where there is none but a cloud function. */
export function webBase(): string {
  if (platform.functionDoor) return ''
  return platform.device.pageOrigin?.() ?? apiBase()
}
