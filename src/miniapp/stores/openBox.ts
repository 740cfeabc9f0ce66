import { create } from 'zustand'
import { platform } from '../platform/platform'
import type { ListName } from './lists'

/** Which list the page of matters shows; a tab page takes no words in its address. */
export const useBox = create<{ box: ListName }>(() => ({ box: 'mine' }))

export function openBox(box: ListName): void {
  useBox.setState({ box })
  platform.routes.tab('/pages/matters/index')
}

export function openAct(matterId: string, action: string): void {
  platform.routes.open(`/pages/act/index?matterId=${matterId}&action=${action}`)
}
