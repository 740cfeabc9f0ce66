import { View } from '@tarojs/components'
import { useState } from 'react'
import { Press } from '../../components/Press'
import { findAreas, findTownships, type NamedArea } from '../../stores/areas'
import { findAreaHere, loadContacts } from '../../stores/contacts'
import { say } from '../../words/say'

type Step = { readonly ask: string; readonly areas: readonly NamedArea[]; readonly last: boolean }

/** Of where the phone is, or of a village somebody names: two taps, township and village. */
export function AnotherPlace() {
  const [step, setStep] = useState<Step>()
  const [trouble, setTrouble] = useState<string>()
  const [locating, setLocating] = useState(false)
  const here = async () => {
    setLocating(true)
    const area = await findAreaHere()
    setLocating(false)
    setTrouble(area === undefined ? say.contacts.noPlace : undefined)
    if (area !== undefined) await show(area)
  }
  const offer = async (last: boolean, asked: Promise<readonly NamedArea[] | undefined>) => {
    const areas = await asked
    setTrouble(areas ? undefined : say.contacts.noAreas)
    const ask = last ? say.contacts.chooseVillage : say.contacts.chooseTownship
    setStep(areas && { ask, areas, last })
  }
  const show = async (areaCode: string) => {
    setStep(undefined)
    await loadContacts(areaCode)
  }
  const choose = ({ code }: NamedArea) => (step?.last ? show(code) : offer(true, findAreas(code)))
  return (
    <View className="card stack">
      <Press
        id="contacts-here"
        label={locating ? say.contacts.locating : say.contacts.here}
        disabled={locating}
        onPress={() => void here()}
      />
      <Press
        id="contacts-choose"
        label={say.contacts.choose}
        onPress={() => void offer(false, findTownships())}
      />
      {trouble && <View className="late">{trouble}</View>}
      {step && <View className="section">{step.ask}</View>}
      {step?.areas.map((area) => (
        <Press
          key={area.code}
          id={`contacts-${area.code}`}
          look="bare"
          className="line"
          label={area.name}
          onPress={() => void choose(area)}
        />
      ))}
    </View>
  )
}
