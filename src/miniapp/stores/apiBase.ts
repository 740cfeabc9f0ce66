import { platform } from '../platform/platform'

/** Where the API is: baked in for the phone, the page's own origin in a browser. */
export function apiBase(): string {
  return typeof API_BASE === 'undefined' ? '' : API_BASE
}

/** The server's own store answers with a path, a store outside with a whole address. */
export function addressOf(url: string): string {
  return url.startsWith('/') ? `${apiBase()}${url}` : url
}

/** Where the app's web page is, for other phones; empty where there is none but a cloud function. */
export function webBase(): string {
  if (platform.functionDoor) return ''
  return platform.device.pageOrigin?.() ?? apiBase()
}
