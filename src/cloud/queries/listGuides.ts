import { areaLevels } from '@domain/area/areaCode'
import type { OpenHandler } from '../handler'
import { listGuideRows } from '../store/guideStore'

/** As many as a person scrolls through. */
const GUIDES_MAX = 100

/** 办事指南 of the county, and of the places around the one asked for. */
export const listGuides: OpenHandler<'listGuides'> = async (context, _caller, { areaCode }) => {
  const { database, countyId, reference } = context
  const asked = areaCode ?? String(countyId)
  const areas = Object.values(areaLevels).map((digits) => asked.slice(0, digits))
  const around = [...new Set([String(countyId), ...areas])]
  const rows = await listGuideRows(database, countyId, around, GUIDES_MAX)
  return {
    items: rows.map(({ guide_id: guideId, area_code: code, title, papers, place, phone }) => ({
      guideId,
      area: { code, name: reference.areaName(code) },
      title,
      papers,
      place,
      phone,
    })),
  }
}
