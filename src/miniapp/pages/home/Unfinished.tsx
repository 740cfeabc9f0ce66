import { View } from '@tarojs/components'
import { useState } from 'react'
import { Press } from '../../components/Press'
import { useDidShow } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { listDrafts } from '../../stores/draftList'
import { closeDraft } from '../../stores/drafts'
import { findKind } from '../../stores/kinds'
import { say } from '../../words/say'
import type { HomeParts } from './homeParts'
import { openReport } from './startReport'

const SHOWN = 3

/** Reports somebody began before the phone rang or the app was closed. */
export function Unfinished({ unfinished, onDraftsChanged }: HomeParts) {
  return (
    <>
      {unfinished.slice(0, SHOWN).map(({ key, draft }, index) => (
        <View key={key} className="card card--draft">
          <View className="strong">{say.home.unfinished}</View>
          <View className="quiet">
            {say.home.unfinishedOf(findKind(draft.kind)?.name ?? '', draft.photos.length)}
          </View>
          {draft.text !== '' && <View className="quiet one-line">{draft.text}</View>}
          <View className="row">
            <Press
              id={`draft-open-${index}`}
              className="grow"
              look="primary"
              label={say.home.goOn}
              onPress={() => openReport(key)}
            />
            <Press
              id={`draft-drop-${index}`}
              label={say.home.throwAway}
              onPress={() => void drop(key, onDraftsChanged)}
            />
          </View>
        </View>
      ))}
      <AllDrafts shown={Math.min(unfinished.length, SHOWN)} />
    </>
  )
}

/** What does not stand above: more of them, steps that were begun, and what another version wrote. */
function AllDrafts({ shown }: { shown: number }) {
  const [count, setCount] = useState(countDrafts)
  useDidShow(() => setCount(countDrafts()))
  if (count <= shown) return null
  return (
    <Press
      id="home-drafts"
      look="quiet"
      label={say.drafts.all(count)}
      onPress={() => platform.routes.open('/pages/drafts/index')}
    />
  )
}

function countDrafts(): number {
  return listDrafts().length
}

async function drop(key: string, onDropped: () => void): Promise<void> {
  const { throwAway, throwAwayAsk, unfinished } = say.home
  if (!(await platform.dialogs.confirm({ title: unfinished, text: throwAwayAsk, yes: throwAway })))
    return
  closeDraft(key)
  onDropped()
}
