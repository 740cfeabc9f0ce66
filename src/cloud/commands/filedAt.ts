import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'

/** A flow that concerns a village or a township as a whole is filed there, wherever the person stood. */
export function filedAt({ report }: FlowTable, code: AreaCode): AreaCode {
  return code.slice(0, areaLevels[report.at])
}
