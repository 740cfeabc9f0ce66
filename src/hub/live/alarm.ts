import type { Urgency } from '@domain/kind/kind'
import { createStore, type StoreApi } from 'zustand/vanilla'

const MUTED_KEY = 'lianxin.hub.muted'
/** Reports that come together ring once. */
const REST_MS = 1_500

type Tone = { readonly hertz: number; readonly times: number }

/** Higher and more often the more urgent, so that nobody has to look up for a street lamp. */
const tones: Readonly<Record<Urgency, Tone>> = {
  U1: { hertz: 988, times: 5 },
  U2: { hertz: 784, times: 3 },
  U3: { hertz: 587, times: 2 },
  U4: { hertz: 440, times: 1 },
}

export type AlarmState = {
  readonly muted: boolean
  /** The browser keeps silent until somebody has touched the page; the officer must be told. */
  readonly blocked: boolean
}

export type Alarm = {
  readonly store: StoreApi<AlarmState>
  readonly ring: (urgency: Urgency) => void
  readonly toggleMuted: () => void
  /** To be called from a key or a click: only then may a page begin to sound. */
  readonly unblock: () => void
}

/** Rings for new reports. `openAudio` answers `undefined` where there is no sound at all. */
export function createAlarm(storage: Storage, openAudio: () => AudioContext | undefined): Alarm {
  const store = createStore<AlarmState>(() => ({
    muted: storage.getItem(MUTED_KEY) === 'yes',
    blocked: true,
  }))
  let audio: AudioContext | undefined
  let rangAt = -REST_MS

  return {
    store,
    ring(urgency) {
      if (store.getState().muted || !audio) return
      if (audio.state !== 'running') return store.setState({ blocked: true })
      if (performance.now() - rangAt < REST_MS) return
      rangAt = performance.now()
      sound(audio, tones[urgency])
    },
    toggleMuted() {
      const muted = !store.getState().muted
      storage.setItem(MUTED_KEY, muted ? 'yes' : 'no')
      store.setState({ muted })
    },
    unblock() {
      audio ??= openAudio()
      if (!audio) return
      const opened = audio
      void opened.resume().then(() => store.setState({ blocked: opened.state !== 'running' }))
    },
  }
}

export function openBrowserAudio(): AudioContext | undefined {
  return typeof AudioContext === 'undefined' ? undefined : new AudioContext()
}

const BEAT_SECONDS = 0.22

function sound(audio: AudioContext, { hertz, times }: Tone): void {
  for (let beat = 0; beat < times; beat++) {
    const from = audio.currentTime + beat * BEAT_SECONDS
    const oscillator = audio.createOscillator()
    const loudness = audio.createGain()
    oscillator.frequency.value = hertz
    // A soft edge on both sides: a tone cut off square clicks.
    loudness.gain.setValueAtTime(0, from)
    loudness.gain.linearRampToValueAtTime(0.25, from + 0.02)
    loudness.gain.linearRampToValueAtTime(0, from + BEAT_SECONDS * 0.8)
    oscillator.connect(loudness).connect(audio.destination)
    oscillator.start(from)
    oscillator.stop(from + BEAT_SECONDS)
  }
}
