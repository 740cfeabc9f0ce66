import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keepLinkSecret } from '@cloud/files/keepLinkSecret'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lianxin-secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the secret of photo links is made once, outlives a restart, and is nobody else’s to read', async () => {
  const secret = await keepLinkSecret(path.join(folder, 'data'))
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(await keepLinkSecret(path.join(folder, 'data'))).toBe(secret)
  const { mode } = await stat(path.join(folder, 'data', 'link-secret'))
  expect(mode & 0o077).toBe(0)
})

test('a secret that a kill left empty is made anew, so that nobody can sign with nothing', async () => {
  await writeFile(path.join(folder, 'link-secret'), '')
  const secret = await keepLinkSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(await readFile(path.join(folder, 'link-secret'), 'utf8')).toBe(secret)
})

test('processes that start together go on with one secret and leave nothing else behind', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keepLinkSecret(folder)))
  expect(new Set(secrets).size).toBe(1)
  expect(await readdir(folder)).toEqual(['link-secret'])
})
