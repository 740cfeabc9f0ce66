/** The privacy gate of base library 2.32.3 and later, as `onNeedPrivacyAuthorization` documents it. */
import type { Fields, Run } from '../types'
import { WxFailure } from './answer'

const SILENT_MS = 10_000
const refusedAt = new WeakMap<Run, number>()

type Answer = { event?: string; buttonId?: string }

/** Passes, or fails as WeChat fails: 112 undeclared, 104 the person said no. */
export async function passPrivacyGate(run: Run, name: string): Promise<void> {
  const { privacy } = run.phone
  if (privacy.undeclared.includes(name))
    throw new WxFailure('api scope is not declared in the privacy agreement', { errno: 112 })
  if (privacy.agreed) return
  // Asking again so soon is answered by WeChat itself, and the app does not hear of it.
  if (Date.now() - (refusedAt.get(run) ?? -Infinity) < SILENT_MS) throw refused()
  const { event, buttonId } = await new Promise<Answer>((resolve) => {
    run.emit('NeedPrivacyAuthorization', resolve)
  })
  if (event === 'agree' && buttonId && run.hasButton(buttonId)) {
    privacy.agreed = true
    return
  }
  refusedAt.set(run, Date.now())
  throw refused()
}

function refused(): WxFailure {
  return new WxFailure('privacy permission is not authorized', { errno: 104 })
}

export function privacySetting(run: Run): Fields {
  return {
    needAuthorization: !run.phone.privacy.agreed,
    privacyContractName: '《用户隐私保护指引》',
  }
}
