import type { Place } from '@domain/place/place'

/** The demo county as the tests use it: everything happens in 宝珠村 of 西江镇. */
export const testCounty = {
  id: 441_882,
  code: '441882',
  township: '441882118',
  village: '441882118215',
  grid: '441882118215003',
  anotherVillage: '441882118211',
  anotherTownship: '441882103',
  policeDepartment: '441882118-police',
  /** Of every console account. */
  password: 'lianxin-2026',
}

/** Inside the third grid of 宝珠村, as WeChat gives it. */
export const placeInBaozhu: Place = {
  longitude: 112.41887,
  latitude: 24.72723,
  datum: 'gcj02',
  accuracyMetres: 15,
}
