import type { Grid } from './layGrids'
import { inventNames } from './inventNames'
import { countyCode, type Area } from './readSource'
import { pickSome } from './seededRandom'

/** One line of `people.csv`: a person in one post. */
export interface Post {
  account: string
  name: string
  phone: string
  role: string
  areaCode: string
  departmentCode: string
}

export interface Department {
  code: string
  name: string
  areaCode: string
}

type Place = Pick<Post, 'account' | 'role' | 'areaCode'> & { departmentCode?: string }

const officersPerVillage = 5
const residentsPerVillage = 2
const unitHeadsPerVillage = 3
const mediatorsPerTownship = 2
const secondWorkers = 26
const departmentNames = {
  police: '派出所',
  justice: '司法所',
  civilAffairs: '民政办',
  emergency: '应急管理办',
  housing: '住建办',
  waterAffairs: '水利所',
  health: '卫生院',
  enforcement: '综合行政执法队',
}

export function makeDepartments(areas: Area[]): Department[] {
  return townshipsOf(areas).flatMap(({ code }) => {
    return Object.entries(departmentNames).map(([key, name]) => {
      return { code: `${code}-${key}`, name, areaCode: code }
    })
  })
}

export function makePosts(areas: Area[], grids: Grid[], random: () => number): Post[] {
  const places = [
    { account: `admin-${countyCode}`, role: 'countyAdmin', areaCode: countyCode },
    ...townshipsOf(areas).flatMap(({ code }) => hubPlaces(code)),
    ...makeDepartments(areas).map(departmentPlace),
    ...workerPlaces(grids, random),
    ...villagePlaces(areas, 'io', 'informationOfficer', officersPerVillage),
    ...villagePlaces(areas, 're', 'resident', residentsPerVillage),
    ...countyPlaces(),
    ...townshipsOf(areas).flatMap(({ code }) => townshipPlaces(code)),
    ...villagePlaces(areas, 'vo', 'villageOfficer', 1),
    ...villagePlaces(areas, 'uh', 'unitHead', unitHeadsPerVillage),
    ...villagePlaces(areas, 'pe', 'persuader', 1),
    ...administratorPlaces(),
  ]
  const nextName = inventNames(random)
  return places.map((place: Place, index) => ({
    account: place.account,
    name: nextName(),
    phone: `1990000${String(index).padStart(4, '0')}`,
    role: place.role,
    areaCode: place.areaCode,
    departmentCode: place.departmentCode ?? '',
  }))
}

function townshipsOf(areas: Area[]): Area[] {
  return areas.filter(({ level }) => level === 'township')
}

function hubPlaces(code: string): Place[] {
  return [
    { account: `hub-${code}`, role: 'hubOperator', areaCode: code },
    { account: `head-${code}`, role: 'hubHead', areaCode: code },
  ]
}

function townshipPlaces(code: string): Place[] {
  const mediators = Array.from({ length: mediatorsPerTownship }, (_, index) => {
    return { account: `me-${code}-${index + 1}`, role: 'mediator', areaCode: code }
  })
  return [{ account: `lead-${code}`, role: 'townLeader', areaCode: code }, ...mediators]
}

function countyPlaces(): Place[] {
  return [
    { account: `hub-${countyCode}`, role: 'countyHub', areaCode: countyCode },
    { account: `super-${countyCode}`, role: 'supervisor', areaCode: countyCode },
  ]
}

/** 三员 */
function administratorPlaces(): Place[] {
  return [
    { account: `sys-${countyCode}`, role: 'systemAdmin', areaCode: countyCode },
    { account: `sec-${countyCode}`, role: 'securityAdmin', areaCode: countyCode },
    { account: `aud-${countyCode}`, role: 'auditAdmin', areaCode: countyCode },
  ]
}

function departmentPlace({ code, areaCode }: Department): Place {
  return { account: `dept-${code}`, role: 'departmentOfficer', areaCode, departmentCode: code }
}

function workerPlaces(grids: Grid[], random: () => number): Place[] {
  const pairs = new Set(pickSome(grids, secondWorkers, random))
  return grids.flatMap((grid) => {
    const serials = pairs.has(grid) ? [1, 2] : [1]
    return serials.map((serial) => {
      return { account: `gw-${grid.code}-${serial}`, role: 'gridWorker', areaCode: grid.code }
    })
  })
}

function villagePlaces(areas: Area[], prefix: string, role: string, count: number): Place[] {
  const villages = areas.filter(({ level }) => level === 'village')
  return villages.flatMap(({ code }) => {
    return Array.from({ length: count }, (_, index) => {
      return { account: `${prefix}-${code}-${index + 1}`, role, areaCode: code }
    })
  })
}
