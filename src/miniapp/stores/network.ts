import { create } from 'zustand'
import { platform } from '../platform/platform'

/** What the phone says of its network. Only a hint for the banner: the queue believes answers. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }))

export function watchNetwork(onBack: () => void): void {
  const note = (online: boolean) => {
    const wasOnline = useNetwork.getState().online
    useNetwork.setState({ online })
    if (online && !wasOnline) onBack()
  }
  platform.network.onChange(note)
  platform.network.isOnline().then(note, () => undefined)
}
