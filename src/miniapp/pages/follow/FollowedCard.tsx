import { View } from '@tarojs/components'
import type { FollowedMatter } from '@contract/api/followMatter'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'
import { Fact } from '../matter/Fact'

type Open = NonNullable<FollowedMatter['open']>

export function FollowedCard({ matter, now }: { matter: FollowedMatter; now: number }) {
  const { number, statusTitle, open } = matter
  return (
    <View className="card">
      {open && (
        <View>
          <View className="title">{open.kindName}</View>
          <View className="quiet small">{open.flowTitle}</View>
        </View>
      )}
      <View id="follow-status" className="sentence">
        {open ? open.sentence : statusTitle}
      </View>
      {open && <Times open={open} now={now} />}
      <Fact name={say.follow.number} value={number} />
      {open ? (
        <Steps open={open} now={now} />
      ) : (
        <View className="quiet">{say.follow.onlyState}</View>
      )}
    </View>
  )
}

function Times({ open, now }: { open: Open; now: number }) {
  const { townshipName, receivedAt, dueAt, endedAt } = open
  return (
    <>
      <Fact name={say.follow.township} value={townshipName} />
      <Fact name={say.follow.received} value={sayTime(receivedAt, now)} />
      {dueAt && <Fact name={say.follow.due} value={sayTime(dueAt, now)} />}
      {endedAt && <Fact name={say.follow.ended} value={sayTime(endedAt, now)} />}
    </>
  )
}

function Steps({ open, now }: { open: Open; now: number }) {
  return (
    <View>
      <View className="section">{say.follow.steps}</View>
      {open.steps.map(({ at, title }) => (
        <Fact key={`${at}-${title}`} name={title} value={sayTime(at, now)} />
      ))}
    </View>
  )
}
