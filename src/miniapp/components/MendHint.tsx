import { View } from '@tarojs/components'
import type { FormDraft } from '../draft/formDraft'
import { say } from '../words/say'
import { spoken } from './spoken'

type Props = { draft: FormDraft; at: string }

/** Why it came back, above the very thing that is to be put right. */
export function MendHint({ draft: { hint }, at }: Props) {
  return hint && hint.field === at ? <Hint id={`mend-${at}`} words={hint.words} /> : null
}

/** The same, above everything: where the whole came back, or a field that this form does not ask for. */
export function MendWhole({
  draft: { hint },
  asked,
}: {
  draft: FormDraft
  asked: readonly string[]
}) {
  if (!hint || (hint.field !== undefined && asked.includes(hint.field))) return null
  return <Hint id="mend-all" words={hint.words} />
}

function Hint({ id, words }: { id: string; words: string }) {
  const said = say.queue.cameBack(words)
  return (
    <View id={id} className="hint" {...spoken(said, 'alert')}>
      {said}
    </View>
  )
}
