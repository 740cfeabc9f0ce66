import type { FlowTable } from '@domain/flow/flowTable'
import { allFlows } from '@domain/flows/allFlows'
import { containsArea, type AreaCode } from '@domain/area/areaCode'
import { spokenAreaName } from '@domain/area/areaName'
import type { Database } from '../store/database'
import { kindRows } from '../flows/kindRows'
import { readReferenceRows, type ReferenceRows, type StoredArea } from '../store/referenceStore'
import { indexGrids } from './indexGrids'
import { indexKinds } from './indexKinds'
import type { AreaRow, DepartmentRow, Reference } from './reference'

/** Reads a county into memory. A reload replaces everything at once, so no reader sees half of an import. */
export async function loadReference(
  database: Database,
  countyId: number,
  flows: readonly FlowTable[] = allFlows,
): Promise<Reference> {
  const load = async () => indexRows(await readReferenceRows(database, countyId), flows)
  let held = await load()
  let reloads: Promise<void> = Promise.resolve()
  return {
    // One after the other: an older read that ends late would otherwise hide what an import has written since.
    reload: () =>
      (reloads = reloads.catch(() => undefined).then(async () => void (held = await load()))),
    kinds: () => held.kinds.views,
    findKind: (code, version) => held.kinds.find(code, version),
    kindView: (code) => held.kinds.view(code),
    areas: (parentCode) => held.children.get(parentCode) ?? [],
    findArea: (code) => held.areas.get(code),
    areaName: (code) => held.areas.get(code)?.name ?? held.grids.find(code)?.name ?? code,
    findGrid: (code) => held.grids.find(code),
    grids: (areaCode) => held.grids.rows.filter((row) => containsArea(areaCode, row.view.code)),
    gridAt: (place) => held.grids.at(place),
    gridDatum: () => held.grids.datum,
    departments: (areaCode) =>
      [...held.departments.values()].filter((row) => containsArea(row.areaCode, areaCode)),
    findDepartment: (code) => held.departments.get(code),
  }
}

function indexRows(rows: ReferenceRows, flows: readonly FlowTable[]) {
  const areas = new Map(rows.areas.map((area) => [area.code, areaRow(area)]))
  return {
    areas,
    children: childrenOf(rows.areas),
    grids: indexGrids(rows.grids, (code) => areas.get(code)),
    kinds: indexKinds([...rows.kinds, ...kindRows(flows)], flows),
    departments: new Map(rows.departments.map((row) => [row.code, departmentRow(row)])),
  }
}

function childrenOf(stored: readonly StoredArea[]): Map<AreaCode, AreaRow[]> {
  const children = new Map<AreaCode, AreaRow[]>(stored.map((area) => [area.code, []]))
  for (const area of stored) children.get(area.parent_code ?? '')?.push(areaRow(area))
  return children
}

function areaRow({ code, name, level }: StoredArea): AreaRow {
  return { code, name: spokenAreaName(name), level }
}

function departmentRow(row: { code: string; name: string; area_code: string }): DepartmentRow {
  return { code: row.code, name: row.name, areaCode: row.area_code }
}
