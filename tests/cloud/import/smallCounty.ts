import type { CountyFile, CountyFiles } from '@cloud/import/countyFiles'

/** A county small enough to read: one township, one village, two grids side by side, and one of everything else. */
export const smallCountyId = 441_882

const grids = [feature('441882118215001', 112.4), feature('441882118215002', 112.41)].join(',\n')

export const smallCounty: Readonly<Record<CountyFile, string>> = {
  areas: `code,name,level
441882,连州市,county
441882118,西江镇,township
441882118215,宝珠村委会,village
`,
  grids: `{"type":"FeatureCollection","datum":"gcj02","features":[
${grids}
]}
`,
  departments: `code,name,areaCode
441882118-police,派出所,441882118
`,
  people: `account,name,phone,role,areaCode,departmentCode
admin,冯玉根,19900000000,countyAdmin,441882,
hub,邓瑞兰,19900000001,hubOperator,441882118,
police,邱子旺,19900000002,departmentOfficer,441882118,441882118-police
worker,何秀昌,19900000003,gridWorker,441882118215001,
worker,何秀昌,19900000003,gridWorker,441882118215002,
`,
  kinds: `category,categoryName,code,name,urgency,acceptHours,acceptClock,handleHours,handleClock,basePoints,selfClose,sensitivity,owner,note,initials,emergencyNumber,rank,icon
01,矛盾纠纷,0101,邻里纠纷,U3,4,W,56,W,5,Y,S1,村(居)调委会,,lljf,,1,dispute
07,求助,0701,人员走失,U1,0.17,E,2,E,10,N,S2,派出所,,ryzs,110,,person
`,
}

export function filesOf(texts: Partial<Record<CountyFile, string>>): CountyFiles {
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, Buffer.from(text)]))
}

/** The small county with one text in one file replaced by another. */
export function withChange(file: CountyFile, before: string, after: string): CountyFiles {
  const text = smallCounty[file]
  if (!text.includes(before)) throw new Error(`${before} is not in ${file}`)
  return filesOf({ ...smallCounty, [file]: text.replace(before, after) })
}

/** One line, a square of about a kilometre. */
export function feature(code: string, west: number): string {
  const [east, south, north] = [west + 0.01, 24.7, 24.71]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const name = `第${Number(code.slice(-3))}网格`
  return JSON.stringify({
    type: 'Feature',
    properties: { code, name, villageCode: code.slice(0, 12) },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
}
