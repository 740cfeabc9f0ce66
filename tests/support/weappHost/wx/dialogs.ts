/** What WeChat itself shows above a page. */
import type { Fields, Run } from '../types'
import { answering, WxFailure } from './answer'

/** They answer at once and change nothing that a test could see, except in `host.calls`. */
const shownOnly = `showToast hideToast showLoading hideLoading setNavigationBarTitle
setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading hideHomeButton pageScrollTo
startPullDownRefresh stopPullDownRefresh setTabBarBadge removeTabBarBadge showTabBarRedDot
hideTabBarRedDot setTabBarItem setTabBarStyle showTabBar hideTabBar setBackgroundColor
setBackgroundTextStyle vibrateShort vibrateLong setKeepScreenOn makePhoneCall setClipboardData
showShareMenu hideShareMenu updateShareMenu hideKeyboard setVisualEffectOnCapture loadFontFace
preloadSubpackage openCustomerServiceChat enableAlertBeforeUnload disableAlertBeforeUnload
navigateToMiniProgram exitMiniProgram`.split(/\s+/)

export function dialogsApi(run: Run): Fields {
  const shown = Object.fromEntries(shownOnly.map((name) => [name, answering(run, name)]))
  return {
    ...shown,
    getClipboardData: answering(run, 'getClipboardData', () => ({ data: '' })),
    showModal: answering(run, 'showModal', (options) => {
      const { confirm, content = '' } = run.phone.answerModal(options)
      return { confirm, cancel: !confirm, content: options.editable ? content : null }
    }),
    showActionSheet: answering(run, 'showActionSheet', (options) => {
      const tapIndex = run.phone.tapActionSheet(options)
      if (tapIndex === undefined) throw new WxFailure('cancel')
      return { tapIndex }
    }),
  }
}
