import type { Actor, Post } from '@domain/access/actor'
import type { Role } from '@domain/access/permissions'
import type { PersonId } from '@domain/shared/ids'
import type { Queryable } from '@cloud/store/database'
import { testCounty } from './testCounty'

const { id, township, village, grid, anotherVillage, anotherTownship } = testCounty

/** Who plays whom: permissions are tested by who asks, not by the word for their role. */
const accounts = {
  /** 网格员小李 of the third grid of 宝珠村. */
  gridWorkerLi: `gw-${grid}-1`,
  gridWorkerOfTheNextGrid: `gw-${village}004-1`,
  gridWorkerOfAnotherVillage: `gw-${anotherVillage}001-1`,
  /** 信息员小唐 of 宝珠村. */
  informationOfficerTang: `io-${village}-5`,
  /** 居民小陈 of 宝珠村. */
  residentChen: `re-${village}-1`,
  anotherResident: `re-${village}-2`,
  hubOperatorOfXijiang: `hub-${township}`,
  hubHeadOfXijiang: `head-${township}`,
  hubOperatorOfAnotherTownship: `hub-${anotherTownship}`,
  hubHeadOfAnotherTownship: `head-${anotherTownship}`,
  policeOfficerOfXijiang: `dept-${testCounty.policeDepartment}`,
  countyAdmin: `admin-${testCounty.code}`,
  countyHub: `hub-${testCounty.code}`,
  supervisor: `super-${testCounty.code}`,
  townLeaderOfXijiang: `lead-${township}`,
  mediatorOfXijiang: `me-${township}-1`,
  waterOfficerOfXijiang: `dept-${township}-waterAffairs`,
  justiceOfficerOfXijiang: `dept-${township}-justice`,
  villageOfficerOfBaozhu: `vo-${village}-1`,
  unitHeadOfBaozhu: `uh-${village}-1`,
  persuaderOfBaozhu: `pe-${village}-1`,
  informationOfficerOfAnotherVillage: `io-${anotherVillage}-1`,
  systemAdmin: `sys-${testCounty.code}`,
  securityAdmin: `sec-${testCounty.code}`,
  auditAdmin: `aud-${testCounty.code}`,
  residentOfAnotherVillage: `re-${anotherVillage}-1`,
} as const

export type Cast = Readonly<Record<keyof typeof accounts, Actor>>

type PostRow = {
  account: string
  person_id: PersonId
  name: string
  role: Role
  area_code: string
  department_code: string | null
}

/** The cast as the database of `openTestCounty` knows them. */
export async function loadCast(database: Queryable): Promise<Cast> {
  const rows = await database.query<PostRow>(
    `select account, people.person_id, name, role, area_code, department_code
     from people join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
     where people.county_id = $1 and posts.valid_to is null and account = any($2::text[])`,
    [id, Object.values(accounts)],
  )
  const parts = Object.entries(accounts).map(([part, account]) => [part, actorOf(rows, account)])
  return Object.fromEntries(parts) as Cast
}

function actorOf(rows: readonly PostRow[], account: string): Actor {
  const own = rows.filter((row) => row.account === account)
  const [person] = own
  if (!person) throw new Error(`Nobody in the test county has the account ${account}`)
  return { personId: person.person_id, countyId: id, name: person.name, posts: own.map(postOf) }
}

function postOf({ role, area_code, department_code }: PostRow): Post {
  const post = { role, areaCode: area_code }
  return department_code === null ? post : { ...post, departmentCode: department_code }
}
