import { create } from 'zustand'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { platform } from '../platform/platform'
import { api } from './api'

const KEY = 'cache/server'

type Kept = Pick<ResponseOf<Operations['describeServer']>, 'demo' | 'county' | 'messageTemplates'>

/** What the server says of itself before anybody signs in. */
type Server = Partial<Kept> & { readonly failed: boolean }

export const useServer = create<Server>(readServer)

export function readServer(): Server {
  return { ...(platform.records.read(KEY) as Kept | undefined), failed: false }
}

/** What it said last stays true until it says otherwise. */
export async function askServer(): Promise<void> {
  const answer = await api.call('describeServer', {})
  if (answer.kind !== 'done') return useServer.setState({ failed: true })
  const { demo, county, messageTemplates = [] } = answer.value
  platform.records.write(KEY, { demo, county, messageTemplates })
  useServer.setState({ demo, county, messageTemplates, failed: false })
}
