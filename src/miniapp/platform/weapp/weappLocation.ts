import Taro from '@tarojs/taro'
import type { Place } from '@domain/place/place'
import type { LocateFailure } from '../ports'

/** WeChat refines the fix only when it may take at least three seconds. */
const HIGH_ACCURACY_MS = 4_000

/** Maps in WeChat need gcj02. The caller keeps the fix: within 30 s a second call fails or repeats the first. */
export async function locateInWeapp(): Promise<Place> {
  try {
    const fix = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: HIGH_ACCURACY_MS,
    })
    return {
      longitude: fix.longitude,
      latitude: fix.latitude,
      datum: 'gcj02',
      ...(fix.accuracy >= 0 ? { accuracyMetres: fix.accuracy } : {}),
    }
  } catch (cause) {
    const failure: LocateFailure = { reason: saysNo(cause) ? 'denied' : 'unavailable' }
    throw Object.assign(new Error('No location', { cause }), failure)
  }
}

/** errno 103 and 104 are the two privacy dialogs; a denied scope says so only in the message. */
function saysNo(cause: unknown): boolean {
  const { errMsg = '', errno } = (cause ?? {}) as { errMsg?: string; errno?: number }
  return errno === 103 || errno === 104 || /auth den|deny|authorize/i.test(errMsg)
}
