/** What the phone knows about itself, its network, its place and its person. */
import { base64Of, bufferOf, fromBase64 } from '../bytes'
import type { Fields, Run } from '../types'
import { answering, WxFailure } from './answer'
import { passPrivacyGate, privacySetting } from './privacy'

const baseLibrary = '3.6.0'

export function deviceApi(run: Run): Fields {
  return {
    ...informationApi(run),
    ...permissionApi(run),
    ...placeApi(run),
    getNetworkType: answering(run, 'getNetworkType', () => ({
      networkType: run.phone.networkType,
      weakNet: false,
    })),
    login: answering(run, 'login', () => ({ code: run.phone.loginCode })),
    checkSession: answering(run, 'checkSession'),
    requestSubscribeMessage: answering(run, 'requestSubscribeMessage', ({ tmplIds }) =>
      subscriptionsOf(run, (tmplIds ?? []) as string[]),
    ),
    getUpdateManager: () => silent('onCheckForUpdate onUpdateReady onUpdateFailed applyUpdate'),
    getLogManager: () => silent('log info warn debug'),
    getRealtimeLogManager: () => silent('info warn error setFilterMsg addFilterMsg'),
    reportEvent: () => undefined,
    reportPerformance: () => undefined,
    getPerformance: () => ({ now: () => Date.now(), createObserver: () => silent('observe') }),
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(() => run.alive && work()),
    arrayBufferToBase64: (buffer: ArrayBuffer) => base64Of(new Uint8Array(buffer)),
    base64ToArrayBuffer: (text: string) => bufferOf(fromBase64(text)),
    getRandomValues: answering(run, 'getRandomValues', ({ length }) => ({
      randomValues: randomBuffer(Number(length)),
    })),
  }
}

/** An object whose functions do nothing. */
export function silent(names: string): Fields {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, () => undefined]))
}

function informationApi(run: Run): Fields {
  const window = () => windowOf(run)
  const device = () => ({
    brand: 'devtools',
    model: 'phone',
    system: run.phone.platform === 'ios' ? 'iOS 17.0' : 'Android 14',
    platform: run.phone.platform,
    benchmarkLevel: 20,
    memorySize: 4096,
  })
  const base = () => ({
    SDKVersion: baseLibrary,
    version: '8.0.50',
    language: 'zh_CN',
    theme: run.phone.theme,
    fontSizeSetting: Math.round(16 * run.phone.fontSizeScaleFactor),
    fontSizeScaleFactor: run.phone.fontSizeScaleFactor,
    host: { env: 'WeChat', appId: '', version: 1 },
    enableDebug: false,
  })
  const all = () => ({ ...window(), ...device(), ...base() })
  const settings = () => ({ locationEnabled: true, wifiEnabled: true, bluetoothEnabled: true })
  const miniProgram = { appId: 'touristappid', envVersion: 'develop', version: '' }
  return {
    getWindowInfo: window,
    getDeviceInfo: device,
    getAppBaseInfo: base,
    getSystemInfoSync: all,
    getSystemInfo: answering(run, 'getSystemInfo', all),
    getSystemInfoAsync: answering(run, 'getSystemInfoAsync', all),
    getSystemSetting: settings,
    getAppAuthorizeSetting: () => ({
      locationAuthorized: 'authorized',
      cameraAuthorized: 'authorized',
    }),
    getAccountInfoSync: () => ({ miniProgram }),
    getMenuButtonBoundingClientRect: () => menuButton(run.phone.windowWidth),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getBatteryInfoSync: () => ({ level: 80, isCharging: false }),
  }
}

function windowOf({ phone }: Run) {
  const { windowWidth, windowHeight } = phone
  const safeArea = {
    left: 0,
    top: 20,
    right: windowWidth,
    bottom: windowHeight,
    width: windowWidth,
    height: windowHeight - 20,
  }
  return {
    pixelRatio: 2,
    screenWidth: windowWidth,
    screenHeight: windowHeight,
    windowWidth,
    windowHeight,
    statusBarHeight: 20,
    screenTop: 64,
    safeArea,
  }
}

function menuButton(windowWidth: number) {
  const right = windowWidth - 7
  return { width: 87, height: 32, top: 24, bottom: 56, left: right - 87, right }
}

function permissionApi(run: Run): Fields {
  const authSetting = () => ({ ...run.phone.permissions })
  return {
    getSetting: answering(run, 'getSetting', ({ withSubscriptions }) => ({
      authSetting: authSetting(),
      ...(withSubscriptions ? { subscriptionsSetting: subscriptionsSetting(run) } : {}),
    })),
    openSetting: answering(run, 'openSetting', () => ({ authSetting: authSetting() })),
    authorize: answering(run, 'authorize', ({ scope }) => grant(run, String(scope))),
    getPrivacySetting: answering(run, 'getPrivacySetting', () => privacySetting(run)),
    requirePrivacyAuthorize: answering(run, 'requirePrivacyAuthorize', () =>
      passPrivacyGate(run, 'requirePrivacyAuthorize'),
    ),
    openPrivacyContract: answering(run, 'openPrivacyContract'),
  }
}

function grant(run: Run, scope: string) {
  if (run.phone.permissions[scope] === false) throw new WxFailure('auth deny', { errno: 103 })
  run.phone.permissions[scope] = true
}

function placeApi(run: Run): Fields {
  const locate = async () => {
    await passPrivacyGate(run, 'getLocation')
    grant(run, 'scope.userLocation')
    const { location } = run.phone
    if ('refused' in location) throw new WxFailure(location.refused)
    const { accuracy } = location
    const more = { horizontalAccuracy: accuracy, verticalAccuracy: 0, altitude: 0, speed: -1 }
    return { ...location, ...more }
  }
  const named = async () => ({ ...(await locate()), name: '村委会', address: '连心镇' })
  return {
    getLocation: answering(run, 'getLocation', locate),
    getFuzzyLocation: answering(run, 'getFuzzyLocation', locate),
    chooseLocation: answering(run, 'chooseLocation', named),
    openLocation: answering(run, 'openLocation'),
  }
}

const subscriptionFailures: Readonly<Record<number, string>> = {
  10002: 'request list fail',
  10003: 'network error',
  10005: "can't popup when app is in background",
  20001: 'No template data return, verify the template id exist',
  20004: 'The main switch is switched off',
}

function subscriptionsSetting({ phone }: Run): Fields {
  return {
    mainSwitch: phone.subscriptionError !== 20004,
    itemSettings: { ...phone.subscriptionsKept },
  }
}

function subscriptionsOf(run: Run, templateIds: string[]): Fields {
  const { subscriptionError: errCode, subscriptionsKept } = run.phone
  if (errCode !== undefined) throw new WxFailure(subscriptionFailures[errCode] ?? '', { errCode })
  if (templateIds.length === 0 || templateIds.length > 5)
    throw new WxFailure('Templates count out of max bounds', { errCode: 20003 })
  return Object.fromEntries(
    templateIds.map((id) => [id, subscriptionsKept[id] ?? run.phone.answerSubscription(id)]),
  )
}

function randomBuffer(length: number): ArrayBuffer {
  return bufferOf(Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)))
}
