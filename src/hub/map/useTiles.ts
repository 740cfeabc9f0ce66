import L from 'leaflet'
import { useEffect } from 'react'

export type Tianditu = { readonly url: string; readonly key: string }

/** 天地图's street layer and its names, as its WMTS service takes them. */
const layers = ['vec', 'cva'] as const

/** The tiles below the grids. Their licence asks for the name on the map. */
export function useTiles(map: L.Map | undefined, tianditu: Tianditu | null): void {
  useEffect(() => {
    if (!map || !tianditu) return
    const tiles = layers.map((layer) =>
      L.tileLayer(template(tianditu, layer), { maxZoom: 18 }).addTo(map),
    )
    const credit = L.control.attribution({ prefix: false }).addAttribution('© 天地图').addTo(map)
    return () => {
      for (const layer of tiles) layer.remove()
      credit.remove()
    }
  }, [map, tianditu])
}

function template({ url, key }: Tianditu, layer: (typeof layers)[number]): string {
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    tk: key,
  })
  return `${url.replace(/\/$/, '')}/${layer}_w/wmts?${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`
}
