import { isUtf8 } from 'node:buffer'
import type { CountyFile } from './countyFiles'
import { IMPORT_FILE_BYTES_MAX } from './limits'
import type { ProblemList } from './problemList'

const MEGABYTE = 1024 * 1024

/** UTF-8 with or without its mark, and lines that end as on any system; undefined when it is no such text. */
export function decodeText(
  file: CountyFile,
  bytes: Uint8Array,
  problems: ProblemList,
): string | undefined {
  const whole = { file, line: 0 }
  if (bytes.byteLength > IMPORT_FILE_BYTES_MAX) {
    problems.add(whole, `文件太大，最多 ${IMPORT_FILE_BYTES_MAX / MEGABYTE} MB`)
    return undefined
  }
  if (!isUtf8(bytes)) {
    problems.add(whole, '文件不是 UTF-8 编码；用表格软件打开后另存为“CSV UTF-8”')
    return undefined
  }
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
}
