import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ownersOf, type FormField } from '@domain/form/formField'
import type { TaskOwner } from '@domain/matter/matter'
import { writeValue } from '../../stores/formDraft'
import { findAssignees, type Assignees, type Lookup } from '../../stores/lookups'
import { say } from '../../words/say'
import { Press } from '../Press'
import { spoken } from '../spoken'
import { FieldLabel } from './FieldLabel'
import type { FieldProps, FormAbout } from './fieldProps'
import { OptionButton } from './OptionButton'
import { keyOfOwner, ownersAmong, type NamedOwner } from './ownersAmong'
import { Picked } from './Picked'

/** 派给谁: one or several, from those the server names for this matter or this place. */
export function OwnerField({ id, draftKey, draft, field, about }: FieldProps) {
  const { loaded, again } = useAssignees(about)
  const several = field.type === 'owners'
  const chosen = ownersOf(draft.values, field.name)
  const write = (owners: readonly TaskOwner[], names = {}) =>
    writeValue(draftKey, field.name, several ? atLeastOne(owners) : owners[0], names)
  const toggle = ({ key, owner, name }: NamedOwner) => {
    const others = several ? chosen.filter((one) => keyOfOwner(one) !== key) : []
    const takenBack = chosen.some((one) => keyOfOwner(one) === key)
    write(takenBack ? others : [...others, owner], { [key]: name })
  }
  return (
    <View className="field">
      <FieldLabel field={field} />
      <Picked
        id={id}
        names={chosen.map((one) => draft.names[keyOfOwner(one)] ?? say.form.ownerGroups[one.kind])}
        onRemove={(at) => write(chosen.filter((_, index) => index !== at))}
      />
      {!loaded && (
        <View className="quiet">
          {about.matterId || about.areaCode ? say.form.searching : say.form.areaFirst}
        </View>
      )}
      {loaded && !loaded.found && (
        <>
          <View className="quiet">{loaded.trouble}</View>
          <Press id={`${id}-again`} label={say.retry} onPress={again} />
        </>
      )}
      {loaded?.found && (
        <Owners
          id={id}
          field={field}
          assignees={loaded.found}
          chosen={chosen.map(keyOfOwner)}
          onToggle={toggle}
        />
      )}
    </View>
  )
}

type OwnersProps = {
  id: string
  field: FormField
  assignees: Assignees
  chosen: readonly string[]
  onToggle: (owner: NamedOwner) => void
}

const SHOWN = 8

/** One thing is given to somebody; several are mostly called as units. */
const GROUPS = {
  owner: ['person', 'department', 'area'],
  owners: ['department', 'person', 'area'],
} as const

/** A township has a hundred workers: the nearest are shown, and the rest is found by a letter of the name. */
function Owners({ id, field, assignees, chosen, onToggle }: OwnersProps) {
  const [words, setWords] = useState('')
  const fitting = ownersAmong(assignees, field.ownerKinds).filter(({ name, hint }) =>
    `${name}${hint}`.includes(words.trim()),
  )
  return (
    <>
      <Input
        id={`${id}-filter`}
        className="input"
        value={words}
        placeholder={say.form.filterOwners}
        placeholderClass="placeholder"
        onInput={(event) => setWords(event.detail.value)}
        {...spoken(say.form.filterOwners, 'textbox')}
      />
      {GROUPS[field.type === 'owners' ? 'owners' : 'owner'].map((kind) => (
        <OwnerGroup
          key={kind}
          id={id}
          title={say.form.ownerGroups[kind]}
          owners={fitting.filter(({ owner }) => owner.kind === kind)}
          chosen={chosen}
          onToggle={onToggle}
        />
      ))}
      {fitting.length === 0 && <View className="quiet">{say.form.nobody}</View>}
    </>
  )
}

type GroupProps = {
  id: string
  title: string
  owners: readonly NamedOwner[]
  chosen: readonly string[]
  onToggle: (owner: NamedOwner) => void
}

function OwnerGroup({ id, title, owners, chosen, onToggle }: GroupProps) {
  const [all, setAll] = useState(false)
  if (owners.length === 0) return null
  return (
    <>
      <View className="quiet group">{title}</View>
      <View className="options">
        {(all ? owners : owners.slice(0, SHOWN)).map((owner) => (
          <OptionButton
            key={owner.key}
            id={`${id}-${owner.key}`}
            title={owner.name}
            hint={owner.hint}
            chosen={chosen.includes(owner.key)}
            onPress={() => onToggle(owner)}
          />
        ))}
        {!all && owners.length > SHOWN && (
          <Press label={say.form.showAll(owners.length)} onPress={() => setAll(true)} />
        )}
      </View>
    </>
  )
}

function useAssignees({ matterId, areaCode }: FormAbout) {
  const [loaded, setLoaded] = useState<Lookup<Assignees>>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let here = true
    setLoaded(undefined)
    // A report that does not know its place yet asks as soon as it does.
    if (!matterId && !areaCode) return undefined
    void findAssignees(matterId ? { matterId } : { areaCode: areaCode ?? '' }).then(
      (answer) => here && setLoaded(answer),
    )
    return () => {
      here = false
    }
  }, [matterId, areaCode, round])
  return { loaded, again: () => setRound(round + 1) }
}

function atLeastOne(owners: readonly TaskOwner[]): readonly TaskOwner[] | undefined {
  return owners.length > 0 ? owners : undefined
}
