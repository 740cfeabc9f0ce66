import type { Datum } from '@domain/place/place'
import type { MatterView } from '@contract/views'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef, useState } from 'react'
import { useGridLayer } from './useGridLayer'
import { useMatterLayer } from './useMatterLayer'
import { useTiles, type Tianditu } from './useTiles'
import type { Grids } from './useGrids'

type Props = {
  readonly grids: Grids | undefined
  readonly tianditu: Tianditu | null
  readonly matters: readonly MatterView[]
  readonly openMatter: MatterView | undefined
  readonly onOpen: (matterId: string) => void
}

/** The township drawn from its own grids: it needs no tiles, and takes 天地图 below where the county has a key. */
export function TownshipMap({ grids, tianditu, matters, openMatter, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const map = useLeaflet(box)
  // 天地图 is drawn in CGCS2000, which is WGS-84 to the centimetre; without it the grids' own datum saves a conversion.
  const datum: Datum = tianditu ? 'wgs84' : (grids?.datum ?? 'gcj02')
  useTiles(map, tianditu)
  useGridLayer(map, { grids, datum, openArea: openMatter?.area.code })
  useMatterLayer(map, { matters, openMatter, datum, onOpen })
  return (
    <div ref={box} className="map" role="application" aria-label="网格地图" data-testid="map" />
  )
}

/** Somewhere in the middle of the county, until the grids say where. */
const SOMEWHERE: L.LatLngTuple = [24.78, 112.38]

function useLeaflet(box: React.RefObject<HTMLDivElement | null>): L.Map | undefined {
  const [map, setMap] = useState<L.Map>()
  useEffect(() => {
    if (!box.current) return
    const made = L.map(box.current, {
      preferCanvas: true,
      attributionControl: false,
      zoomSnap: 0.25,
    })
    made.setView(SOMEWHERE, 11)
    const watcher = new ResizeObserver(() => made.invalidateSize())
    watcher.observe(box.current)
    setMap(made)
    return () => {
      watcher.disconnect()
      made.remove()
      setMap(undefined)
    }
  }, [box])
  return map
}
