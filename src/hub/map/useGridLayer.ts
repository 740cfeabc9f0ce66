import { areaLevels, villageOf } from '@domain/area/areaCode'
import type { Datum } from '@domain/place/place'
import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { tokens } from '../look/tokens'
import { toDrawn, type Drawn } from './toDrawn'
import type { Grids } from './useGrids'

type Grid = Grids['items'][number]
type Parts = {
  readonly grids: Grids | undefined
  readonly datum: Datum
  /** The area of the matter that is open: its grid, or all grids of its village. */
  readonly openArea: string | undefined
}

const { colour } = tokens
const plain = { color: colour.edge, weight: 1, fillColor: colour.card, fillOpacity: 0.35 }
const open = { color: colour.primary, weight: 3, fillColor: colour.primary, fillOpacity: 0.18 }

/** Draws the grids on one canvas, marks the one in question and goes there. Grids without borders are left out. */
export function useGridLayer(map: L.Map | undefined, { grids, datum, openArea }: Parts): void {
  const polygons = useRef(new Map<string, L.Polygon>())
  useEffect(() => {
    if (!map || !grids) return
    const layer = L.featureGroup()
    for (const grid of grids.items) {
      const polygon = drawGrid(grid, grids.datum, datum)
      if (!polygon) continue
      polygons.current.set(grid.code, polygon)
      polygon.addTo(layer)
    }
    const names = nameVillages(grids.items, polygons.current)
    layer.addTo(map)
    const stopNames = showWhenNear(map, names)
    if (layer.getBounds().isValid()) map.fitBounds(layer.getBounds(), { animate: false })
    const drawn = polygons.current
    return () => {
      stopNames()
      layer.remove()
      drawn.clear()
    }
  }, [map, grids, datum])

  useEffect(() => {
    if (!map) return
    const marked: L.Polygon[] = []
    for (const [code, polygon] of polygons.current) {
      const isOpen = openArea !== undefined && code.startsWith(openArea)
      polygon.setStyle(isOpen ? open : plain)
      if (isOpen) marked.push(polygon.bringToFront())
    }
    if (marked.length > 0) goThere(map, L.featureGroup(marked).getBounds(), openArea)
  }, [map, grids, datum, openArea])
}

function drawGrid({ name, geometry }: Grid, from: Datum, datum: Datum): L.Polygon | undefined {
  if (!geometry || geometry.length === 0) return undefined
  const rings = geometry.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): Drawn => toDrawn(x, y, from, datum))),
  )
  return L.polygon(rings, plain).bindTooltip(name, { sticky: true })
}

/** The village's name in the middle of its grids: without tiles it is what one finds the way by. */
function nameVillages(
  grids: readonly Grid[],
  polygons: ReadonlyMap<string, L.Polygon>,
): L.LayerGroup {
  const villages = new Map<string, { name: string; bounds: L.LatLngBounds }>()
  for (const { code, village } of grids) {
    const bounds = polygons.get(code)?.getBounds()
    if (!bounds) continue
    const known = villages.get(villageOf(code))
    if (known) known.bounds.extend(bounds)
    else
      villages.set(villageOf(code), {
        name: village.name,
        bounds: L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast()),
      })
  }
  const labels = [...villages.values()].map(({ name, bounds }) =>
    L.marker(bounds.getCenter(), {
      icon: nameIcon(name),
      interactive: false,
      keyboard: false,
      zIndexOffset: -1000,
    }),
  )
  return L.layerGroup(labels)
}

function nameIcon(name: string): L.DivIcon {
  const label = document.createElement('span')
  label.textContent = name
  return L.divIcon({ html: label, className: 'village-name', iconSize: [0, 0] })
}

const NAMES_FROM_ZOOM = 12

function showWhenNear(map: L.Map, names: L.LayerGroup): () => void {
  const look = () => {
    if (map.getZoom() >= NAMES_FROM_ZOOM) names.addTo(map)
    else names.remove()
  }
  look()
  map.on('zoomend', look)
  return () => {
    map.off('zoomend', look)
    names.remove()
  }
}

/** A grid with what lies around it; a whole township fills the map by itself. */
function goThere(map: L.Map, bounds: L.LatLngBounds, area = ''): void {
  map.fitBounds(bounds.pad(area.length > areaLevels.township ? 1 : 0.05), {
    animate: false,
    maxZoom: 15,
  })
}
