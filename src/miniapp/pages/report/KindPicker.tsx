import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { KindView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { spoken } from '../../components/spoken'
import { Waiting } from '../../components/Waiting'
import { groupKinds, usualKinds } from '../../kinds/groupKinds'
import { searchKinds } from '../../kinds/searchKinds'
import { loadKinds, useKinds } from '../../stores/kinds'
import { zh } from '../../words/zh'
import { KindGroups } from './KindGroups'
import { KindTile } from './KindTile'

type Props = { chosen: string | undefined; closes: boolean; onChoose: (code: string) => void }

/** By picture, by words, or through the categories. What is chosen is marked where it stands; nothing moves. */
export function KindPicker({ chosen, closes, onChoose }: Props) {
  const { kinds, failed } = useKinds()
  const [words, setWords] = useState('')
  const fitting = closes ? kinds.filter((kind) => kind.selfClose) : kinds
  const found = searchKinds(fitting, words)
  if (kinds.length === 0)
    return failed ? (
      <Notice
        text={zh.report.kindsMissing}
        button={{ label: zh.report.retry, onPress: () => void loadKinds() }}
      />
    ) : (
      <Waiting rows={2} />
    )
  return (
    <View>
      <View className="label">{zh.report.kind}</View>
      <ChosenElsewhere kinds={fitting} chosen={chosen} />
      <KindGrid kinds={usualKinds(fitting)} chosen={chosen} onChoose={onChoose} />
      <Input
        id="kind-search"
        className="input"
        value={words}
        placeholder={zh.report.search}
        placeholderClass="placeholder"
        onInput={(event) => setWords(event.detail.value)}
        {...spoken(zh.report.search, 'textbox')}
      />
      {words !== '' && found.length === 0 && <Notice text={zh.report.searchNone} />}
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
