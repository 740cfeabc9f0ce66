import type { KindView } from '@contract/views'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

/** What a chosen code is called; a group of kinds by the digits its kinds begin with. */
export type KindNames = {
  readonly groups: readonly {
    readonly code: string
    readonly name: string
    readonly kinds: readonly { readonly code: string; readonly name: string }[]
  }[]
}

export function useKindNames(): KindNames | undefined {
  const { api } = useConsole()
  const [names, setNames] = useState<KindNames>()
  useEffect(() => {
    let current = true
    api.call('listKinds', {}).then(
      ({ items }) => current && setNames(namesOf(items)),
      // Codes are shown instead of names, and the page asks again when it is opened again.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [api])
  return names
}

export function namesOf(kinds: readonly KindView[]): KindNames {
  const groups = new Map<string, { code: string; name: string; kinds: KindView[] }>()
  for (const kind of kinds) {
    const group = groups.get(kind.category)
    if (group) group.kinds.push(kind)
    else groups.set(kind.category, { code: kind.category, name: kind.categoryName, kinds: [kind] })
  }
  return { groups: [...groups.values()] }
}

export function kindWords(chosen: readonly string[] | null, names: KindNames | undefined): string {
  if (chosen === null) return '全部类别'
  return chosen.map((code) => nameOf(code, names) ?? code).join('、')
}

function nameOf(code: string, names: KindNames | undefined): string | undefined {
  for (const group of names?.groups ?? []) {
    if (group.code === code) return `${group.name}（整类）`
    const kind = group.kinds.find((one) => one.code === code)
    if (kind) return kind.name
  }
  return undefined
}

export function kindOptions(names: KindNames | undefined) {
  return (names?.groups ?? []).map(({ code, name, kinds }) => ({
    label: name,
    options: [
      { value: code, label: `${name}（整类）` },
      ...kinds.map((kind) => ({ value: kind.code, label: kind.name })),
    ],
  }))
}
