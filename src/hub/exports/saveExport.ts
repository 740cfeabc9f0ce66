import type { ExportRequest } from '@contract/exportMatters'
import type { Api } from '../wire/createApi'

/** The file is made by the server, row by row, and handed to the browser whole. */
export async function saveExport(api: Api, request: ExportRequest): Promise<void> {
  const response = await api.download('exports/matters', request)
  saveFile(await response.blob(), nameIn(response) ?? `事项.${request.format}`)
}

function nameIn(response: Response): string | undefined {
  const [, name] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return name === undefined ? undefined : decodeURIComponent(name)
}

export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
