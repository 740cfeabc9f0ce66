import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ListEnd } from '../../components/ListEnd'
import { LongList } from '../../components/LongList'
import { Notice } from '../../components/Notice'
import { Waiting } from '../../components/Waiting'
import type { Feed } from '../../stores/createFeed'
import { say } from '../../words/say'

type Props<T> = {
  id: string
  feed: Feed<T>
  rows: number
  none: string
  onRetry: () => void
  draw: (item: T, index: number) => ReactNode
}

/** What the phone has is shown even when the server cannot be reached; an empty list says why it is. */
export function FeedRows<T>({ id, feed, rows, none, onRetry, draw }: Props<T>) {
  const { items, next, state } = feed
  const retry = { label: say.retry, onPress: onRetry }
  if (items.length === 0) {
    if (state === 'loading' || state === 'new') return <Waiting />
    return state === 'unreachable' ? (
      <Notice text={say.nothingKept} button={retry} />
    ) : (
      <Notice text={none} />
    )
  }
  return (
    <View>
      {state === 'unreachable' && <Notice text={say.unreachable} button={retry} />}
      <LongList id={id} items={items.slice(0, rows)} draw={draw} />
      <ListEnd listed={items.length} shown={rows} next={next} />
    </View>
  )
}
