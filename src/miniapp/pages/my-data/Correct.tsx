import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { MyData } from '@contract/api/myData'
import { Press } from '../../components/Press'
import { spoken } from '../../components/spoken'
import { platform } from '../../platform/platform'
import { correctMyData } from '../../stores/myData'
import { say } from '../../words/say'

const NAME_MAX = 30
const PHONE_MAX = 20

/** 更正: the two things a resident says of themselves. */
export function Correct({ data }: { data: MyData }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return <Press id="my-correct" label={say.myData.correct} onPress={() => setOpen(true)} />
  return <CorrectForm data={data} onDone={() => setOpen(false)} />
}

function CorrectForm({ data, onDone }: { data: MyData; onDone: () => void }) {
  const [name, setName] = useState(data.person.name)
  const [phone, setPhone] = useState(data.phone)
  const [trouble, setTrouble] = useState<string>()
  const save = async () => {
    const failed = await correctMyData(name, phone)
    setTrouble(failed)
    if (failed !== undefined) return
    platform.dialogs.toast(say.myData.saved)
    onDone()
  }
  return (
    <View className="stack">
      <Line id="my-name" title={say.myData.name} value={name} max={NAME_MAX} onChange={setName} />
      <Line
        id="my-phone"
        title={say.myData.phone}
        value={phone}
        max={PHONE_MAX}
        onChange={setPhone}
      />
      {trouble && <View className="late">{trouble}</View>}
      <Press id="my-save" look="primary" label={say.myData.save} onPress={() => void save()} />
      <Press id="my-correct-cancel" look="quiet" label={say.cancel} onPress={onDone} />
    </View>
  )
}

type LineProps = {
  id: string
  title: string
  value: string
  max: number
  onChange: (text: string) => void
}

function Line({ id, title, value, max, onChange }: LineProps) {
  return (
    <View className="field">
      <View className="label">{title}</View>
      <Input
        id={id}
        className="input"
        type="text"
        value={value}
        maxlength={max}
        placeholder={title}
        placeholderClass="placeholder"
        onInput={(event) => onChange(event.detail.value)}
        {...spoken(title, 'textbox')}
      />
    </View>
  )
}
