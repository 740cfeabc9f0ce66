import { create } from 'zustand'
import { platform } from '../platform/platform'
import type { Face } from './session'

const KEY = 'guides-seen'

/** Whose first steps were shown on this phone. Once per role: somebody who becomes an officer is shown an officer's. */
export const useGuides = create<{ readonly seen: readonly Face[] }>(readGuides)

export function readGuides(): { readonly seen: readonly Face[] } {
  return { seen: (platform.records.read(KEY) as readonly Face[] | undefined) ?? [] }
}

/** Skipped or read to its end: either way it does not come again by itself. */
export function endGuide(face: Face): void {
  const { seen } = useGuides.getState()
  if (seen.includes(face)) return
  const all = [...seen, face]
  platform.records.write(KEY, all)
  useGuides.setState({ seen: all })
}
