import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useDidShow } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import {
  dropDraft,
  exportDraft,
  listDrafts,
  undoDrop,
  useDropped,
  type DraftLine,
} from '../../stores/draftList'
import { say } from '../../words/say'

/** Several may be begun at once; each goes on where it was left, also after the app was killed. */
export default function DraftsPage() {
  const [lines, setLines] = useState(listDrafts)
  const read = () => setLines(listDrafts())
  useDidShow(read)
  return (
    <Screen title={say.drafts.title}>
      <Undo onUndone={read} />
      {lines.length === 0 && <Notice text={say.drafts.empty} />}
      {lines.map((line, index) => (
        <DraftCard key={line.key} n={index} line={line} onDropped={read} />
      ))}
    </Screen>
  )
}

function Undo({ onUndone }: { onUndone: () => void }) {
  const dropped = useDropped(({ key }) => key)
  if (dropped === undefined) return null
  return (
    <View className="card row row--apart">
      <View className="grow">{say.drafts.dropped}</View>
      <Press
        id="draft-undo"
        look="primary"
        label={say.drafts.undo}
        onPress={() => {
          undoDrop()
          onUndone()
        }}
      />
    </View>
  )
}

type CardProps = { n: number; line: DraftLine; onDropped: () => void }

function DraftCard({ n, line, onDropped }: CardProps) {
  const { key, title, words, photos, address } = line
  return (
    <View
      id={`draft-${n}`}
      className={address === undefined ? 'card card--needs-you' : 'card card--draft'}
    >
      <View className="strong">{title}</View>
      {words !== '' && <View className="lines break">{words}</View>}
      {photos > 0 && <View className="quiet small">{say.drafts.photos(photos)}</View>}
      <View className="row">
        {address === undefined ? (
          <Press
            id={`draft-export-${n}`}
            className="grow"
            look="primary"
            label={say.queue.copy}
            onPress={() => void exportDraft(key)}
          />
        ) : (
          <Press
            id={`draft-go-on-${n}`}
            className="grow"
            look="primary"
            label={say.home.goOn}
            onPress={() => platform.routes.open(address)}
          />
        )}
        <Press
          id={`draft-away-${n}`}
          label={say.home.throwAway}
          onPress={() => {
            dropDraft(key)
            onDropped()
          }}
        />
      </View>
    </View>
  )
}
