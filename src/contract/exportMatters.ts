import * as v from 'valibot'
import { Day } from './api/readFigures'
import { AreaCode, text } from './shapes'

/** CSV has room for all; a workbook is made in memory before its first byte leaves. */
export const EXPORT_ROWS_MAX = { csv: 200_000, xlsx: 20_000 } as const
export const exportFormats = ['csv', 'xlsx'] as const

/** `POST /api/v1/exports/matters`: a file, so it travels as bytes and is no operation. */
export const ExportRequest = v.object({
  format: v.picklist(exportFormats),
  areaCode: AreaCode,
  flow: v.optional(text(40)),
  kind: v.optional(text(10)),
  statuses: v.optional(v.pipe(v.array(text(40)), v.maxLength(20))),
  open: v.optional(v.boolean()),
  /** Received on these days, both included. */
  from: v.optional(Day),
  until: v.optional(Day),
})
export type ExportRequest = v.InferOutput<typeof ExportRequest>
