import type { Consent } from '../ports'

/** Base libraries before 2.32.3 have no gate and enforce none. */
type PrivacyGate = {
  onNeedPrivacyAuthorization?: (
    listener: (
      resolve: (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void,
    ) => void,
  ) => void
  openPrivacyContract?: (options: object) => void
}

// Taro's promise layer would swallow the resolver, so this one speaks to WeChat itself.
declare const wx: PrivacyGate

export const weappConsent: Consent = {
  onNeeded(ask) {
    wx.onNeedPrivacyAuthorization?.((resolve) =>
      ask((agreed, buttonId) =>
        resolve(
          agreed ? { event: 'agree', ...(buttonId ? { buttonId } : {}) } : { event: 'disagree' },
        ),
      ),
    )
  },
  openContract: () => wx.openPrivacyContract?.({}),
}
