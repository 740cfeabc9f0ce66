import type { MatterView } from '@contract/views'
import { QRCodeSVG } from '@rc-component/qrcode'
import { useConsole } from '../console/ConsoleContext'
import './print.css'

const QR_PIXELS = 112

/** Paper is read on another day: no 今天 on it. */
const onPaper = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

/** Only on paper: which township's paper it is, when it was printed, and the square that shows how far it has come. */
export function PrintHead({ matter }: { matter: MatterView }) {
  const { now } = useConsole()
  const { followCode, township, number } = matter
  return (
    <header className="print-head" data-testid="print-head">
      <div>
        <p className="print-title">{township.name}综治中心 · 事项单</p>
        <p>编号 {number}</p>
        <p>打印于 {onPaper.format(now())}</p>
      </div>
      {followCode !== undefined && (
        <figure>
          <QRCodeSVG
            value={`${window.location.origin}/#/pages/follow/index?code=${encodeURIComponent(followCode)}`}
            size={QR_PIXELS}
            level="M"
            marginSize={2}
            data-testid="print-qr"
          />
          <figcaption>扫码看办到哪一步</figcaption>
        </figure>
      )}
    </header>
  )
}
