import { jurisdictionsOf, type Actor } from '@domain/access/actor'
import { containsArea, type AreaCode } from '@domain/area/areaCode'
import type { MattersWithin } from '../store/matterLists'

/** Where in `areaCode`, or anywhere, the actor may see matters. */
export function matterScopes(actor: Actor, areaCode: AreaCode | undefined): MattersWithin {
  const plain = within(jurisdictionsOf(actor, 'matter.read'), areaCode)
  const sensitive = within(jurisdictionsOf(actor, 'matter.readSensitive'), areaCode)
  return { plain, sensitive, scopes: outermost([...plain, ...sensitive]) }
}

function within(own: readonly AreaCode[], asked: AreaCode | undefined): AreaCode[] {
  if (asked === undefined) return [...own]
  return own.flatMap((code) => {
    if (containsArea(code, asked)) return [asked]
    return containsArea(asked, code) ? [code] : []
  })
}

function outermost(codes: readonly AreaCode[]): AreaCode[] {
  const once = [...new Set(codes)]
  return once.filter((code) => !once.some((other) => other !== code && containsArea(other, code)))
}
