import { EXPORT_ROWS_MAX, exportFormats, type ExportRequest } from '@contract/exportMatters'
import { sayCount } from '@domain/figures/rate'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { saveExport } from './saveExport'

type Asked = Omit<ExportRequest, 'format'>
type Format = ExportRequest['format']

const titles: Readonly<Record<Format, string>> = { csv: '导出 CSV', xlsx: '导出 Excel' }

/** The matters of the board as a list. That it was taken out is on record, and the button says so. */
export function ExportButtons({ asked, count }: { asked: Asked; count: number }) {
  const { api } = useConsole()
  const { message } = App.useApp()
  const [saving, setSaving] = useState<Format>()
  async function save(format: Format) {
    setSaving(format)
    try {
      await saveExport(api, { ...asked, format })
      void message.success('导出好了。谁导出了什么，系统有记录')
    } catch (problem) {
      void message.error(wordsOf(problem))
    } finally {
      setSaving(undefined)
    }
  }
  return exportFormats.map((format) => (
    <Button
      key={format}
      loading={saving === format}
      disabled={saving !== undefined || count === 0 || count > EXPORT_ROWS_MAX[format]}
      title={`最多 ${sayCount(EXPORT_ROWS_MAX[format])} 件`}
      onClick={() => void save(format)}
      data-testid={`export-${format}`}
    >
      {titles[format]}
    </Button>
  ))
}
