import path from 'node:path'
import { startWeappHost, type HostOptions, type WeappHost } from './host'
import { nodeNetwork, openWeapp, provideDocument } from './node'

export { createPhoneMemory } from './phone'
export type {} from './pageView'
export type { WeappHost } from './host'
export type { Network, Phone, PhoneMemory } from './types'

/** Where `npm run build:weapp` leaves the mini-program. */
export const weappDist = path.resolve(__dirname, '../../../dist/weapp')

/** Starts the compiled mini-program; open a page next. Requests really go out, see `server`. */
export function createWeappHost(dist: string, options: Partial<HostOptions> = {}): WeappHost {
  provideDocument()
  return startWeappHost(openWeapp(dist), { network: nodeNetwork, ...options })
}
