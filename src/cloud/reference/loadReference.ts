import type { FlowTable } from '@domain/flow/flowTable'
import { allFlows } from '@domain/flows/allFlows'
import { applySettings } from '@domain/settings/applySettings'
import { containsArea, type AreaCode } from '@domain/area/areaCode'
import { spokenAreaName } from '@domain/area/areaName'
import type { Database } from '../store/database'
import { kindRows } from '../flows/kindRows'
import { emptyShelf, type SettingsShelf } from '../flows/settingsShelf'
import {
  readReferenceRows,
  type ReferenceRows,
  type StoredArea,
  type StoredKind,
} from '../store/referenceStore'
import { indexGrids } from './indexGrids'
import { indexKinds, type KindIndex } from './indexKinds'
import type { AreaRow, DepartmentRow, Reference } from './reference'

/** Reads a county into memory. A reload replaces everything at once, so no reader sees half of an import. */
export async function loadReference(
  database: Database,
  countyId: number,
  flows: readonly FlowTable[] = allFlows,
  shelf: SettingsShelf = emptyShelf,
): Promise<Reference> {
  const load = async () => {
    await shelf.reload()
    return indexRows(await readReferenceRows(database, countyId), flows, shelf)
  }
  let held = await load()
  let reloads: Promise<void> = Promise.resolve()
  return {
    // One after the other: an older read that ends late would otherwise hide what an import has written since.
    reload: () =>
      (reloads = reloads.catch(() => undefined).then(async () => void (held = await load()))),
    kinds: () => held.kinds(shelf.inForce()?.version).views,
    findKind: (code, version, settingsVersion) =>
      version === undefined
        ? held.kinds(shelf.inForce()?.version).find(code)
        : held.kinds(settingsVersion).find(code, version),
    kindView: (code, settingsVersion = shelf.inForce()?.version) =>
      held.kinds(settingsVersion).view(code),
    productKinds: () => held.kinds(undefined).inForce,
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

function indexRows(rows: ReferenceRows, flows: readonly FlowTable[], shelf: SettingsShelf) {
  const areas = new Map(rows.areas.map((area) => [area.code, areaRow(area)]))
  return {
    areas,
    children: childrenOf(rows.areas),
    grids: indexGrids(rows.grids, (code) => areas.get(code)),
    kinds: kindsUnder([...rows.kinds, ...kindRows(flows)], flows, shelf),
    departments: new Map(rows.departments.map((row) => [row.code, departmentRow(row)])),
  }
}

/** The kinds under each version of the county's settings, made when the first matter asks for them. */
function kindsUnder(
  stored: readonly StoredKind[],
  flows: readonly FlowTable[],
  shelf: SettingsShelf,
): (settingsVersion: number | undefined) => KindIndex {
  const product = indexKinds(stored, flows)
  const made = new Map<number, KindIndex>()
  return (version) => {
    const settings = version === undefined ? undefined : shelf.find(version)
    if (!settings) return product
    const known = made.get(settings.version)
    if (known) return known
    const set = applySettings(flows, settings.content)
    const fresh = indexKinds(stored, set, settings.content)
    made.set(settings.version, fresh)
    return fresh
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
