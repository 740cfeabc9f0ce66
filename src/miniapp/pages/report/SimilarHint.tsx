import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { KindView } from '@contract/views'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { spoken } from '../../components/spoken'
import { useNow } from '../../components/useNow'
import type { ReportDraft } from '../../draft/reportDraft'
import { platform } from '../../platform/platform'
import { changeDraft, closeDraft } from '../../stores/drafts'
import { mintId } from '../../stores/mintId'
import { askSimilar, declineSimilar, forgetSimilar, useSimilar } from '../../stores/similar'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

type Props = { draftKey: string; draft: ReportDraft; kind: KindView | undefined }

/**
 * Somebody nearby reported the same. It stands on the bar above 发送, which stays where it is and does what it says:
 * whoever wants to report anyway needs no tap more.
 */
export function SimilarHint({ draftKey, draft, kind }: Props) {
  const now = useNow()
  const { items, declined } = useSimilar()
  const { place, chosenGrid } = draft
  useEffect(() => {
    if (kind && kind.at === 'grid' && place && !chosenGrid) void askSimilar(kind.code, place)
    else forgetSimilar()
  }, [kind?.code, place, chosenGrid])
  useEffect(() => forgetSimilar, [])
  if (draft.sameAs) return <Joining draftKey={draftKey} />
  const [nearest] = items
  if (!nearest || declined) return null
  const { metres, receivedAt, statusTitle, matterId, joinable } = nearest
  return (
    <View id="similar" className="similar" {...spoken(say.report.similar, 'alert')}>
      <View className="strong">{say.report.similar}</View>
      <View className="small">
        {say.report.similarOf(metres, sayTime(receivedAt, now), statusTitle)}
      </View>
      <View className="row row--wrap">
        <Press
          id="similar-anyway"
          className="grow"
          label={say.report.reportAnyway}
          onPress={declineSimilar}
        />
        <Press
          id="similar-drop"
          className="grow"
          label={say.report.reportNot}
          onPress={() => void drop(draftKey)}
        />
        {joinable && !draft.closing && (
          <Press
            id="similar-same"
            className="grow"
            label={say.report.same}
            onPress={() => joinTo(draftKey, joinable)}
          />
        )}
        {matterId && (
          <Press
            id="similar-look"
            className="grow"
            label={say.report.similarLook}
            onPress={() => openMatter(matterId)}
          />
        )}
      </View>
    </View>
  )
}

/** It will be added to the other; a tap takes that back. */
function Joining({ draftKey }: { draftKey: string }) {
  return (
    <View id="similar" className="similar" {...spoken(say.report.sameChosen, 'alert')}>
      <View className="strong">{say.report.sameChosen}</View>
      <Press
        id="similar-not-same"
        label={say.report.notSame}
        onPress={() => changeDraft<ReportDraft>(draftKey, ({ sameAs: _other, ...draft }) => draft)}
      />
    </View>
  )
}

function joinTo(key: string, matterId: string): void {
  const sameAs = { commandId: mintId(), matterId }
  changeDraft<ReportDraft>(key, (draft) => ({ ...draft, sameAs }))
}

async function drop(key: string): Promise<void> {
  const { reportNot: yes, reportNotAsk: text, similar: title } = say.report
  if (!(await platform.dialogs.confirm({ title, text, yes }))) return
  closeDraft(key)
  platform.routes.tab('/pages/home/index')
}
