import { App, Button, Input, Modal } from 'antd'

/** The server keeps it and never says it again, so the window closes only by saying that it has been kept. */
export function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { message } = App.useApp()
  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      void message.success('已复制')
    } catch {
      // Browsers keep the clipboard from pages without TLS; the text can still be selected.
      void message.warning('请选中上面的密钥，自己复制')
    }
  }
  return (
    <Modal
      title="密钥只显示这一次"
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      // It does not grow into place: a button that moves under the finger is a click that is lost.
      transitionName=""
      maskTransitionName=""
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          复制
        </Button>,
        <Button key="kept" type="primary" onClick={onClose} data-testid="secret-kept">
          我已存好
        </Button>,
      ]}
    >
      <p>请交给接收方，用来核对收到的内容确实是镇里送的。关上以后谁也看不到了。</p>
      <Input
        readOnly
        value={secret}
        onFocus={(event) => event.target.select()}
        data-testid="endpoint-secret"
      />
    </Modal>
  )
}
