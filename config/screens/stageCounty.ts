import type { TaskOwner } from '@domain/matter/matter'
import type { DemoUser } from '@contract/api/signIn'
import { newId, type CountyServer } from './countyServer'
import { drawPhoto, type Scene } from './drawPhoto'
import { stagedMatters, type StagedMatter, type Step } from './stageMatters'

const VILLAGE = '441882118215'

type Tokens = Readonly<Record<'officer' | 'resident' | 'gridWorker' | 'hubOperator', string>>

/** A county in the middle of its day, made by the same commands that people send; the matters' ids, oldest first. */
export async function stageCounty(server: CountyServer): Promise<string[]> {
  const tokens = await signInAll(server)
  const { person: worker } = await server.ask('whoAmI', {}, tokens.gridWorker)
  const ids: string[] = []
  for (const [index, staged] of stagedMatters.entries()) {
    const matterId = await report(server, tokens[staged.by], staged, index)
    for (const step of staged.steps)
      await take(server, tokens, { matterId, step, workerId: worker.personId })
    ids.push(matterId)
  }
  return ids
}

/** One more report, for whoever waits for something to happen. */
export async function reportOneMore(server: CountyServer): Promise<void> {
  const { officer } = await signInAll(server)
  const [staged] = stagedMatters
  if (staged) await report(server, officer, { ...staged, scenes: [] }, 0)
}

async function signInAll(server: CountyServer): Promise<Tokens> {
  const users = ['officer', 'resident', 'gridWorker', 'hubOperator'] as const
  const entries = users.map(async (user: DemoUser) => {
    const { token } = await server.ask('signIn', { method: 'demo', user })
    return [user, token] as const
  })
  return Object.fromEntries(await Promise.all(entries)) as Tokens
}

async function report(
  server: CountyServer,
  token: string,
  { kind, text, longitude, latitude, scenes, photosToCome = 0 }: StagedMatter,
  index: number,
): Promise<string> {
  const matterId = newId()
  const fileIds = scenes.map(newId)
  const waiting = Array.from({ length: photosToCome }, newId)
  const place = { longitude, latitude, datum: 'gcj02' as const, accuracyMetres: 12 }
  const discoveredAt = new Date().toISOString()
  const body = { commandId: newId(), matterId, kind, text, place, discoveredAt }
  await server.ask('reportMatter', { ...body, fileIds: [...fileIds, ...waiting] }, token)
  await sendPhotos(server, token, { fileIds, scenes, variant: index })
  return matterId
}

type Photos = {
  readonly fileIds: readonly string[]
  readonly scenes: readonly Scene[]
  readonly variant: number
}

async function sendPhotos(
  server: CountyServer,
  token: string,
  { fileIds, scenes, variant }: Photos,
): Promise<void> {
  for (const [n, scene] of scenes.entries())
    await server.sendPhoto(await drawPhoto(scene, variant * 3 + n), fileIds[n] ?? '', token)
}

type Taking = { readonly matterId: string; readonly step: Step; readonly workerId: string }

async function take(
  server: CountyServer,
  tokens: Tokens,
  { matterId, step, workerId }: Taking,
): Promise<void> {
  const token = step.by === 'hub' ? tokens.hubOperator : tokens.gridWorker
  const fileId = newId()
  const input = inputOf(step, workerId, fileId)
  await server.ask(
    'actOnMatter',
    { commandId: newId(), matterId, action: step.action, input },
    token,
  )
  if ('scene' in step)
    await sendPhotos(server, token, {
      fileIds: [fileId],
      scenes: [step.scene],
      variant: matterId.length,
    })
}

function inputOf(step: Step, personId: string, fileId: string) {
  if ('to' in step) return { owner: ownerOf(step.to, personId) }
  if ('scene' in step) return { result: step.result, photos: [fileId] }
  return 'input' in step ? step.input : {}
}

function ownerOf(to: 'worker' | 'village', personId: string): TaskOwner {
  return to === 'worker'
    ? { kind: 'person', personId: personId as never }
    : { kind: 'area', areaCode: VILLAGE }
}
