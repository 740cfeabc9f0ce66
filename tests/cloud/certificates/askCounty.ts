import { Writable } from 'node:stream'
import pino from 'pino'
import type { Context } from '@cloud/context'
import { startAsking, type AskingOptions } from '@cloud/certificates/startAsking'
import { openCertificateIssuer, type CertificateIssuer } from '../../support/certificateIssuer'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

/** Nobody of that name lives anywhere; the log is searched for it. */
export const person = '覃无此人'
export const last4 = '123X'

export type AskCounty = TestApp & {
  readonly issuer: CertificateIssuer
  /** Every line that was logged. */
  readonly logged: string[]
  /** As one process more on the same database. */
  contextOfAnother(change?: Partial<Context>): Context
  /** Works until nothing is due now. */
  ask(options?: AskingOptions, context?: Context): Promise<void>
  begin(fields?: Record<string, unknown>): Promise<string>
  seen(matterId: string): Promise<Record<string, any>>
  act(matterId: string, action: string, input?: Record<string, unknown>): Promise<any>
}

export async function openAskCounty(): Promise<AskCounty> {
  const issuer = await openCertificateIssuer()
  const county = await openTestApp({ demo: true, certificates: issuer.settings })
  const logged: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString())
      done()
    },
  })
  const log = pino({ level: 'trace', base: null }, stream)
  const worker = county.cast.gridWorkerLi
  const contextOfAnother = (change = {}) => ({ ...county.app.context, log, ...change })
  return {
    ...county,
    issuer,
    logged,
    contextOfAnother,
    async ask(options = {}, context = contextOfAnother()) {
      const asking = startAsking(context, { dice: () => 0.5, ...options, listening: false })
      await asking.drain()
      await asking.stop()
    },
    async begin(fields = {}) {
      const report = aCheck(fields)
      await succeed(county.call(worker, 'reportMatter', report))
      return report.matterId
    },
    seen: (matterId) => succeed(county.call(worker, 'getMatter', { matterId })),
    act: (matterId, action, input = {}) =>
      succeed(county.call(worker, 'actOnMatter', { commandId: newId(), matterId, action, input })),
    async close() {
      await issuer.close()
      await county.close()
    },
  }
}

/** A worker at somebody's door, who has agreed. */
export function aCheck(fields: Record<string, unknown> = {}): Record<string, any> {
  return aReport({
    kind: '1601',
    text: '办高龄补贴',
    areaCode: testCounty.township,
    place: undefined,
    fields: { person, last4, use: '高龄补贴', receiver: '西江镇民政办', agrees: true, ...fields },
  })
}
