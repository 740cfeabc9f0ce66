import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { api } from './api'
import { createFeed } from './createFeed'

export type NoticeItem = ResponseOf<Operations['listNotices']>['items'][number]
export type CardItem = ResponseOf<Operations['listCards']>['items'][number]

/** 消息 */
export const notices = createFeed<NoticeItem>({
  name: 'notices',
  ask: (page) => api.call('listNotices', page),
})

/** 公告 */
export const cards = createFeed<CardItem>({
  name: 'cards',
  ask: (page) => api.call('listCards', page),
})

export async function loadNews(): Promise<void> {
  await Promise.all([notices.load(), cards.load()])
}

export function forgetNews(): void {
  notices.forget()
  cards.forget()
}
