import { View } from '@tarojs/components'
import { filesLevel, percentTaken, recordsLevel, type Room } from '../queue/roomRules'
import { useRoom } from '../stores/room'
import { say } from '../words/say'
import { spoken } from './spoken'

/** Said before it is full, and what to do about it. */
export function RoomNotice() {
  const room = useRoom()
  const text = sayRoom(room)
  if (text === undefined) return null
  return (
    <View id="room-notice" className="card card--needs-you" {...spoken(text, 'alert')}>
      {text}
    </View>
  )
}

function sayRoom(room: Room): string | undefined {
  const [records, files] = [recordsLevel(room), filesLevel(room)]
  if (records === 'full') return say.room.recordsFull
  if (files === 'full') return say.room.filesFull
  return records === 'tight' || files === 'tight' ? say.room.tight(percentTaken(room)) : undefined
}
