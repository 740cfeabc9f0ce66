import type { FollowedMatter } from '@contract/api/followMatter'
import { findFollowCode } from '../words/followCode'
import { say } from '../words/say'
import { api } from './api'

export type Followed = { readonly found: FollowedMatter } | { readonly trouble: string }

/** Asks with or without a session, and keeps nothing on the phone: the slip of paper may be somebody else's. */
export async function followByCode(typed: string): Promise<Followed> {
  const code = findFollowCode(typed)
  if (code === '') return { trouble: say.follow.empty }
  const answer = await api.call('followMatter', { code })
  if (answer.kind === 'done') return { found: answer.value.matter }
  return { trouble: answer.kind === 'refused' ? answer.problem.title : say.follow.unknown }
}
