import { create } from 'zustand'
import { platform } from '../platform/platform'

const KEY = 'settings'
/** What the app's own large mode adds to the phone's factor. */
const LARGE = 1.25
/** Layouts are made to hold up to here; WeChat's care mode asks for 1.4. */
const SCALE_MAX = 1.75

type Settings = { readonly large: boolean }

export const useSettings = create<Settings>(readSettings)

export function readSettings(): Settings {
  return { large: (platform.records.read(KEY) as Settings | undefined)?.large === true }
}

export function setLarge(large: boolean): void {
  platform.records.write(KEY, { large })
  useSettings.setState({ large })
}

export function typeScale(large: boolean): number {
  return Math.min(SCALE_MAX, platform.device.fontScale() * (large ? LARGE : 1))
}
