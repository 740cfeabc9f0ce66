/// <reference lib="dom" />
import type { Place } from '@domain/place/place'
import type { LocateFailure } from '../ports'

const TIMEOUT_MS = 10_000

/** Browsers answer in wgs84; Taro's wrapper fails for gcj02 and hides the reason of a refusal. */
export function locateInBrowser(): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(failed('unavailable'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          longitude: coords.longitude,
          latitude: coords.latitude,
          datum: 'wgs84',
          accuracyMetres: coords.accuracy,
        }),
      (cause) => reject(failed(cause.code === cause.PERMISSION_DENIED ? 'denied' : 'unavailable')),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS },
    )
  })
}

function failed(reason: LocateFailure['reason']): Error & LocateFailure {
  return Object.assign(new Error('No location'), { reason })
}
