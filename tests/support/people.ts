import type { Actor, Post } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'

/** The cast of the rules' own tests: invented people of Xijiang (441882118), by what they may do there. */
function person(digit: number, name: string, posts: Post[]): Actor {
  const personId = `00000000-0000-7000-8000-${String(digit).padStart(12, '0')}` as PersonId
  return { personId, countyId: 441882, name, posts }
}

export const village = '441882118215'
export const grid = `${village}003`

export const officerLin = person(1, '信息员小林', [
  { role: 'informationOfficer', areaCode: village },
])
export const gridWorkerLi = person(2, '网格员小李', [{ role: 'gridWorker', areaCode: grid }])
export const gridWorkerNextDoor = person(3, '同村网格员老何', [
  { role: 'gridWorker', areaCode: `${village}001` },
])
export const gridWorkerOfAnotherVillage = person(4, '外村网格员', [
  { role: 'gridWorker', areaCode: '441882118211001' },
])
export const hubOperatorChen = person(5, '镇中心小陈', [
  { role: 'hubOperator', areaCode: '441882118' },
])
export const hubOperatorOfLongping = person(6, '龙坪镇值班员', [
  { role: 'hubOperator', areaCode: '441882103' },
])
export const residentWang = person(7, '村民老王', [{ role: 'resident', areaCode: village }])
export const policeOfficer = person(8, '派出所民警', [
  { role: 'departmentOfficer', areaCode: '441882118', departmentCode: '441882118-police' },
])
export const countyAdmin = person(9, '县管理员', [{ role: 'countyAdmin', areaCode: '441882' }])

export const everybody = [
  officerLin,
  gridWorkerLi,
  gridWorkerNextDoor,
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  residentWang,
  policeOfficer,
  countyAdmin,
]

/** People whom only some systems know. */
export const hubHeadHuang = person(10, '镇中心主任老黄', [
  { role: 'hubHead', areaCode: '441882118' },
])
export const countyHub = person(11, '县中心值班员', [{ role: 'countyHub', areaCode: '441882' }])
export const villageSecretary = person(12, '村支书老邓', [
  { role: 'villageOfficer', areaCode: village },
])
export const townLeader = person(13, '镇领导', [{ role: 'townLeader', areaCode: '441882118' }])
export const supervisor = person(14, '督查专员', [{ role: 'supervisor', areaCode: '441882' }])
export const mediator = person(15, '调解员老莫', [{ role: 'mediator', areaCode: '441882118' }])
export const unitHeadPan = person(16, '双联户户长老潘', [{ role: 'unitHead', areaCode: grid }])
export const persuader = person(17, '劝导员小欧', [{ role: 'persuader', areaCode: village }])
export const residentOfAnotherVillage = person(18, '外村村民', [
  { role: 'resident', areaCode: '441882118211' },
])
export const justiceOfficer = person(19, '司法所干部', [
  { role: 'departmentOfficer', areaCode: '441882118', departmentCode: '441882118-justice' },
])

export const castOfAllSystems = [
  ...everybody,
  hubHeadHuang,
  countyHub,
  villageSecretary,
  townLeader,
  supervisor,
  mediator,
  unitHeadPan,
  persuader,
  residentOfAnotherVillage,
  justiceOfficer,
]
