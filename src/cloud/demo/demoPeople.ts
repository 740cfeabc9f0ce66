import type { DemoUser } from '@contract/api/signIn'

/** Of every console account of a demo. It is published, so a county that has it is never a real one. */
export const DEMO_PASSWORD = 'lianxin-2026'

/** Accounts to try the demo with. All meet in 宝珠村 of 西江镇, so that a report can be followed from hand to hand. */
export function demoPeople(countyId: number): Record<DemoUser, string> {
  const township = `${countyId}118`
  const village = `${township}215`
  return {
    officer: `io-${village}-1`,
    gridWorker: `gw-${village}003-1`,
    resident: `re-${village}-1`,
    hubOperator: `hub-${township}`,
    countyAdmin: `admin-${countyId}`,
  }
}
