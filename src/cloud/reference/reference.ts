import type { AreaCode } from '@domain/area/areaCode'
import type { Kind } from '@domain/kind/kind'
import type { Datum, Place } from '@domain/place/place'
import type { GridView } from '@contract/views'
import type { KindFacts } from './indexKinds'

/** What changes rarely and is read always, held in memory. */
export type Reference = {
  /** Reads everything again; called after an import and every minute when other processes may have imported. */
  reload(): Promise<void>
  kinds(): readonly KindFacts[]
  /** One that may be reported now; or the version a matter began with, as the county had set it then. */
  findKind(code: string, version?: number, settingsVersion?: number): Kind | undefined
  /** As it is called and drawn: as the county had it under that version of its settings, or has it now. */
  kindView(code: string, settingsVersion?: number): KindFacts | undefined
  /** The product's and the county's list in force, before anything was set. */
  productKinds(): readonly Kind[]
  /** The next level below, by code: a county's townships, a township's villages. Names as people say them. */
  areas(parentCode: AreaCode): readonly AreaRow[]
  findArea(code: AreaCode): AreaRow | undefined
  /** "西江镇", "宝珠村", "宝珠村 第3网格"; the code itself when unknown. */
  areaName(code: AreaCode): string
  findGrid(code: AreaCode): GridView | undefined
  grids(areaCode: AreaCode): readonly GridRow[]
  /** The grid that contains the point, converted to the grids' datum; undefined outside the county. */
  gridAt(place: Place): GridView | undefined
  gridDatum(): Datum
  /** Those that serve the area: a township's own and the county's. */
  departments(areaCode: AreaCode): readonly DepartmentRow[]
  findDepartment(code: string): DepartmentRow | undefined
}

export type AreaRow = { readonly code: AreaCode; readonly name: string; readonly level: string }
export type DepartmentRow = {
  readonly code: string
  readonly name: string
  readonly areaCode: AreaCode
}
/** Polygons of rings of [longitude, latitude]. */
export type Geometry = [number, number][][][]
export type GridRow = { readonly view: GridView; readonly geometry: Geometry }
