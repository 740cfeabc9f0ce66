/** The microphone: one recorder for the whole app, which listens until it is stopped or its time is over. */
import type { Fields, Run } from '../types'

type Listener = (event: Fields) => void

export function recorderApi(run: Run, keep: (bytes: Uint8Array, extension: string) => string) {
  const listeners: Record<string, Listener> = {}
  const on = (name: string) => (listener: Listener) => void (listeners[name] = listener)
  const stop = () => {
    const { spoken } = run.phone
    if (!spoken) return listeners.error?.({ errMsg: 'operateRecorder:fail NotFoundError' })
    const tempFilePath = keep(spoken.bytes, 'mp3')
    const event = { tempFilePath, duration: spoken.ms, fileSize: spoken.bytes.length }
    run.deliver(() => listeners.stop?.(event))
  }
  return {
    getRecorderManager: () => ({
      start: (options: Fields) => void run.calls.push({ name: 'startRecord', options }),
      stop,
      onStart: on('start'),
      onStop: on('stop'),
      onError: on('error'),
      onInterruptionBegin: on('interruption'),
    }),
  }
}
