import { Button, Tooltip } from 'antd'
import { useKeys } from '../keys/useKeys'

/** The page as it lies open, made for A4; the browser's own dialog saves it as a PDF as well. */
export function PrintButton() {
  const print = () => window.print()
  useKeys({ p: print })
  return (
    <Tooltip title="按 P">
      <Button size="small" onClick={print} aria-keyshortcuts="p" data-testid="print">
        打印
      </Button>
    </Tooltip>
  )
}
