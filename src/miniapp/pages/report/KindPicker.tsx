import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { KindView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { spoken } from '../../components/spoken'
import { Waiting } from '../../components/Waiting'
import { groupKinds, usualKinds } from '../../kinds/groupKinds'
import { searchKinds } from '../../kinds/searchKinds'
import { loadKinds, useKinds } from '../../stores/kinds'
import { say } from '../../words/say'
import { KindGroups } from './KindGroups'
import { KindTile } from './KindTile'

type Props = { chosen: string | undefined; closes: boolean; onChoose: (code: string) => void }

/** By picture, by words, or through the categories. What is chosen is marked where it stands; nothing moves. */
export function KindPicker({ chosen, closes, onChoose }: Props) {
  const { kinds: all, failed } = useKinds()
  const kinds = all.filter(({ mayReport }) => mayReport)
  const [words, setWords] = useState('')
  // Whoever came for one thing is not shown seventy others; whoever chooses here sees nothing move.
  const [folded, setFolded] = useState(chosen !== undefined)
  const fitting = closes ? kinds.filter((kind) => kind.selfClose) : kinds
  const found = searchKinds(fitting, words)
  if (kinds.length === 0)
    return failed ? (
      <Notice
        text={say.report.kindsMissing}
        button={{ label: say.report.retry, onPress: () => void loadKinds() }}
      />
    ) : (
      <Waiting rows={2} />
    )
  const kind = kinds.find(({ code }) => code === chosen)
  if (folded && kind) return <OnlyKind kind={kind} onChange={() => setFolded(false)} />
  return (
    <View>
      <View className="label">{say.report.kind}</View>
      <ChosenElsewhere kinds={fitting} chosen={chosen} />
      <KindGrid kinds={usualKinds(fitting)} chosen={chosen} onChoose={onChoose} />
      <Input
        id="kind-search"
        className="input"
        value={words}
        placeholder={say.report.search}
        placeholderClass="placeholder"
        onInput={(event) => setWords(event.detail.value)}
        {...spoken(say.report.search, 'textbox')}
      />
      {words !== '' && found.length === 0 && <Notice text={say.report.searchNone} />}
      {found.length > 0 ? (
        <KindGrid kinds={found.slice(0, FOUND_SHOWN)} chosen={chosen} onChoose={onChoose} />
      ) : (
        <KindGroups groups={groupKinds(fitting)} chosen={chosen} onChoose={onChoose} />
      )}
    </View>
  )
}

const FOUND_SHOWN = 12

function KindGrid({
  kinds,
  chosen,
  onChoose,
}: Omit<Props, 'closes'> & { kinds: readonly KindView[] }) {
  return (
    <View className="grid grid--three">
      {kinds.map((kind) => (
        <KindTile key={kind.code} kind={kind} chosen={kind.code === chosen} onChoose={onChoose} />
      ))}
    </View>
  )
}

function OnlyKind({ kind, onChange }: { kind: KindView; onChange: () => void }) {
  return (
    <View className="only-kind">
      <View id="kind-chosen" className="chosen">
        <Icon name={kind.icon} />
        <View className="grow">
          <View className="strong">{kind.name}</View>
          {kind.flowTitle !== kind.name && <View className="small">{kind.flowTitle}</View>}
        </View>
        <Icon name="ok" size="small" />
      </View>
      <Press id="kind-change" look="quiet" label={say.report.changeKind} onPress={onChange} />
    </View>
  )
}

/** A kind that is none of the usual ones would otherwise be hidden in a folded category. */
function ChosenElsewhere({
  kinds,
  chosen,
}: {
  kinds: readonly KindView[]
  chosen: string | undefined
}) {
  const kind = kinds.find(({ code, rank }) => code === chosen && rank === null)
  if (!kind) return null
  return (
    <View id="kind-chosen" className="chosen">
      <Icon name={kind.icon} />
      <View className="strong grow">{kind.name}</View>
      <Icon name="ok" size="small" />
    </View>
  )
}
