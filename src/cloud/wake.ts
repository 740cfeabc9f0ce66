import { EventEmitter } from 'node:events'
import type { Wake } from './context'

/** Live streams of one process all listen here. */
const LISTENERS_MAX = 2000

export function makeWake(): Wake {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(LISTENERS_MAX)
  return {
    notify: (topic) => void emitter.emit(topic),
    listen(topic, listener) {
      emitter.on(topic, listener)
      return () => void emitter.off(topic, listener)
    },
  }
}
