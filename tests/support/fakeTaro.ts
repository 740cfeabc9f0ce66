/**
 * The real @tarojs/taro is an ES module made for the phone; Jest gets this stand-in. Every function
 * notes its call and answers what the test has laid ready, or `{ errMsg: 'name:ok' }`.
 */
import { useEffect, useRef } from 'react'

type Options = Record<string, unknown>
type Answer = Options | ((options: Options) => unknown)

type TaroCall = { name: string; options: Options }

/** Import it from '@tarojs/taro' in the code under test, and as `fakeTaro` in the test itself. */
export const fakeTaro = {
  calls: [] as TaroCall[],
  answers: new Map<string, Answer>(),
  router: { path: '/', params: {} as Record<string, string> },
  callsOf: (name: string) => fakeTaro.calls.filter((call) => call.name === name),
  /** A value to resolve with, or a function; one that throws makes the call fail. */
  answer: (name: string, answer: Answer) => void fakeTaro.answers.set(name, answer),
  reset() {
    fakeTaro.calls.length = 0
    fakeTaro.answers.clear()
    fakeTaro.router = { path: '/', params: {} }
  },
}

function answerOf(name: string, options: Options): unknown {
  fakeTaro.calls.push({ name, options })
  const answer = fakeTaro.answers.get(name)
  if (typeof answer === 'function') return answer(options)
  return answer ?? (name.endsWith('Sync') ? '' : { errMsg: `${name}:ok` })
}

/** `getXInfo` of WeChat, `createX` and `on/offX` answer at once; everything else is a promise. */
const immediate =
  /Sync$|^(on|off|create)[A-Z]|^get(WindowInfo|DeviceInfo|AppBaseInfo|Env|.*Manager)$/

function call(name: string, options: Options = {}): unknown {
  if (immediate.test(name)) return answerOf(name, options)
  return new Promise((resolve, reject) => {
    try {
      const result = answerOf(name, options)
      ;(options.success as ((result: unknown) => void) | undefined)?.(result)
      resolve(result)
    } catch (error) {
      ;(options.fail as ((error: unknown) => void) | undefined)?.(error)
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

const environment = { getEnv: () => 'WEAPP', ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' } }

const Taro = new Proxy<Record<string, unknown>>(environment, {
  get(own, name) {
    // Whoever awaits Taro itself must not find a promise.
    if (typeof name !== 'string' || name === 'then') return undefined
    return own[name] ?? ((options?: Options) => call(name, options))
  },
})

export default Taro

function useOnce(work: () => void) {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) work()
    first.current = false
  })
}

export const useLoad = (work: (params: Record<string, string>) => void) =>
  useOnce(() => work(fakeTaro.router.params))
export const useLaunch = useOnce
export const useDidShow = useOnce
export const useReady = useOnce
export const useRouter = () => fakeTaro.router
export const getCurrentInstance = () => ({ router: fakeTaro.router, page: undefined })

export function useUnload(work: () => void) {
  useEffect(() => work, [])
}

/** Nothing on this page scrolls, is pulled, shared, hidden or fails by itself. */
const never = (_work: unknown) => undefined
export const useDidHide = never
export const usePullDownRefresh = never
export const useReachBottom = never
export const usePageScroll = never
export const useShareAppMessage = never
export const useShareTimeline = never
export const useError = never
export const usePageNotFound = never
export const useUnhandledRejection = never
export const useTabItemTap = never
export const useResize = never
export const eventCenter = { on: never, off: never, trigger: never, once: never }
export const getEnv = environment.getEnv
export const ENV_TYPE = environment.ENV_TYPE
