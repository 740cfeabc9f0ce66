import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { MatterView } from '@contract/views'
import type { Answer } from '../api/answer'
import { say } from '../words/say'
import { api } from './api'

/** What forms look up while they are filled in. Without signal nothing is found, and the words say so. */
export type Lookup<T> = { readonly found: T } | { readonly found?: never; readonly trouble: string }

export type FoundPerson = ResponseOf<Operations['searchPeople']>['items'][number]
export type Assignees = ResponseOf<Operations['listAssignees']>

/** Among everybody with a post, those who signed up for one matter, or residents by their whole name. */
export async function searchPeople(
  search: string,
  where: {
    readonly among?: { readonly matterId: string; readonly roll: string }
    readonly residentsOf?: string
  } = {},
): Promise<Lookup<readonly FoundPerson[]>> {
  return lookup(await api.call('searchPeople', { search, ...where }), ({ items }) => items)
}

export async function findAssignees(about: {
  readonly matterId?: string
  readonly areaCode?: string
}): Promise<Lookup<Assignees>> {
  return lookup(await api.call('listAssignees', about), (assignees) => assignees)
}

/** By its number, as it is read out to somebody or copied. */
export async function findByNumber(search: string): Promise<Lookup<readonly MatterView[]>> {
  const answer = await api.call('listMatters', { filter: { search }, limit: MATTERS_SHOWN })
  return lookup(answer, ({ items }) => items)
}

const MATTERS_SHOWN = 5

function lookup<A, T>(answer: Answer<A>, read: (value: A) => T): Lookup<T> {
  if (answer.kind === 'done') return { found: read(answer.value) }
  return { trouble: answer.kind === 'refused' ? answer.problem.title : say.form.unreachable }
}
