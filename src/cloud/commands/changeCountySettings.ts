import { can, type Actor } from '@domain/access/actor'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import { effectiveAt } from '../flows/settingsTimes'
import type { Handler } from '../handler'
import { problemsOf } from '../queries/previewCountySettings'
import { viewVersions } from '../queries/settingsVersions'
import { writeAudit } from '../store/auditStore'
import { findSettingsCommand, insertSettings } from '../store/countySettingsStore'
import { inputHash, sameHash } from './inputHash'

type Request = RequestOf<Operations['changeCountySettings']>

/**
 * A version is added and none is ever changed. Of two who edit at once the second is told, and keeps what they wrote;
 * the same command again gets the version it made.
 */
export const changeCountySettings: Handler<'changeCountySettings'> = async (
  context,
  actor,
  request,
) => {
  const { countyId, countySettings } = context
  if (!can(actor, 'settings.change', String(countyId))) return refuse('access.not-permitted')
  const known = await findMade(context, actor, request)
  if (known !== undefined) return answer(context, known)
  const problems = problemsOf(context, request.content, request.effectiveFrom)
  if (problems.length > 0) return refuse('settings.not-sound', { problems })
  const version =
    (await insert(context, actor, request)) ?? (await findMade(context, actor, request))
  await countySettings.reload()
  if (version !== undefined) return answer(context, version)
  return refuse('settings.changed-meanwhile', {
    version: countySettings.all().at(-1)?.version ?? 0,
  })
}

function insert(context: Context, actor: Actor, request: Request): Promise<number | undefined> {
  const { database, countyId, now } = context
  const { commandId, basedOn, content, effectiveFrom, note } = request
  return database.transaction(async (tx) => {
    const version = await insertSettings(tx, countyId, basedOn, {
      content,
      note: note.trim(),
      effectiveFrom: effectiveAt(context, effectiveFrom),
      madeBy: actor.personId,
      madeAt: now(),
      commandId,
      inputHash: inputHash('changeCountySettings', actor.personId, request),
    })
    const told = { act: 'settings.changed', subject: `v${version}` } as const
    if (version !== undefined) await writeAudit(tx, countyId, [auditOf(context, actor, told)])
    return version
  })
}

/** The version this command has made before; a refusal when the id was another's. */
async function findMade(
  { database, countyId }: Context,
  actor: Actor,
  request: Request,
): Promise<number | Refusal<ProblemCode> | undefined> {
  const before = await findSettingsCommand(database, countyId, request.commandId)
  if (!before) return undefined
  const hash = inputHash('changeCountySettings', actor.personId, request)
  return sameHash(before.input_hash, hash) ? before.version : refuse('command.id-reused')
}

async function answer(context: Context, made: number | Refusal<ProblemCode>) {
  if (typeof made !== 'number') return made
  await context.countySettings.reload()
  const version = (await viewVersions(context)).find((one) => one.version === made)
  if (!version) throw new Error(`Version ${made} of the county's settings was made and is gone`)
  return { version }
}
