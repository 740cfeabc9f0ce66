import { View } from '@tarojs/components'
import { Press } from '../../components/Press'
import { findKind, useKinds } from '../../stores/kinds'
import { say } from '../../words/say'
import { startWriting } from '../home/startReport'
import { KIND_QUESTION } from '../home/usualTiles'

/** 申请更正: whose account the county keeps asks the township, as one asks anything: with an answer due, also offline. */
export function AskCorrection() {
  const mayAsk = useKinds(() => findKind(KIND_QUESTION)?.mayReport === true)
  return (
    <>
      <View className="quiet">{say.myData.byCounty}</View>
      {mayAsk && (
        <Press
          id="my-ask-correct"
          label={say.myData.askCorrect}
          onPress={() => startWriting({ kind: KIND_QUESTION, text: say.myData.askCorrectText })}
        />
      )}
    </>
  )
}
