import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { say } from '../../words/say'
import { Press } from '../Press'
import { spoken } from '../spoken'

type Props = { id: string; hint: string; onSearch: (words: string) => Promise<void> }

/** Words and a button: asked only when somebody asks, since each letter would be a request over a weak line. */
export function SearchLine({ id, hint, onSearch }: Props) {
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const search = async () => {
    if (words.trim() === '' || busy) return
    setBusy(true)
    await onSearch(words.trim())
    setBusy(false)
  }
  return (
    <View className="row">
      <Input
        id={id}
        className="input grow"
        value={words}
        placeholder={hint}
        placeholderClass="placeholder"
        onInput={(event) => setWords(event.detail.value)}
        onConfirm={() => void search()}
        {...spoken(hint, 'textbox')}
      />
      <Press
        id={`${id}-find`}
        label={busy ? say.form.searching : say.form.find}
        disabled={busy}
        onPress={() => void search()}
      />
    </View>
  )
}
