import type { Datum } from '@domain/place/place'
import { urgencies } from '@domain/kind/kind'
import type { MatterView } from '@contract/views'
import L from 'leaflet'
import { useEffect, useRef } from 'react'
import { urgencyShapes } from '../look/urgencyShapes'
import { toDrawn } from './toDrawn'

type Parts = {
  readonly matters: readonly MatterView[]
  readonly openMatter: MatterView | undefined
  readonly datum: Datum
  readonly onOpen: (matterId: string) => void
}

/** Open matters as the shapes they have in the list; the one that is open is larger and ringed. */
export function useMatterLayer(map: L.Map | undefined, parts: Parts): void {
  const { matters, openMatter, datum } = parts
  const onOpen = useRef(parts.onOpen)
  onOpen.current = parts.onOpen
  useEffect(() => {
    if (!map) return
    const layer = L.layerGroup().addTo(map)
    const others = matters.filter(({ matterId }) => matterId !== openMatter?.matterId)
    for (const matter of others) drawMatter(matter, datum, false, onOpen.current)?.addTo(layer)
    if (openMatter) drawMatter(openMatter, datum, true, onOpen.current)?.addTo(layer)
    return () => void layer.remove()
  }, [map, matters, openMatter, datum])

  const place = openMatter?.place
  useEffect(() => {
    if (!map || !place) return
    const point = toDrawn(place.longitude, place.latitude, place.datum, datum)
    if (!map.getBounds().pad(-0.1).contains(point)) map.panTo(point, { animate: false })
  }, [map, place, datum])
}

/** Where two lie on one another the more urgent is seen. */
const heights = { U1: 300, U2: 200, U3: 100, U4: 0 } as const

function drawMatter(
  matter: MatterView,
  datum: Datum,
  isOpen: boolean,
  onOpen: (matterId: string) => void,
): L.Marker | undefined {
  const { place, matterId, urgency, kind, area } = matter
  if (!place) return undefined
  const words = `${urgencies[urgency].title} ${kind.name}，${area.name}`
  return L.marker(toDrawn(place.longitude, place.latitude, place.datum, datum), {
    icon: urgencyIcon(matter, isOpen),
    title: words,
    alt: words,
    zIndexOffset: isOpen ? 1000 : heights[urgency],
  }).on('click', () => onOpen(matterId))
}

function urgencyIcon({ urgency, matterId }: MatterView, isOpen: boolean): L.DivIcon {
  const size = isOpen ? 36 : 20
  const html = document.createElement('span')
  html.dataset.markerFor = matterId
  html.innerHTML = `<svg viewBox="-1 -1 18 18" aria-hidden="true"><path d="${urgencyShapes[urgency]}" fill="currentColor" fill-rule="evenodd"/></svg>`
  const className = `marker urgency-${urgency.toLowerCase()}${isOpen ? ' marker-open' : ''}`
  return L.divIcon({ html, className, iconSize: [size, size] })
}
