import { Modal } from 'antd'
import { keyLines } from './shortcuts'

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal title="按键" open={open} onCancel={onClose} footer={null} width={420} destroyOnHidden>
      <table className="key-lines" data-testid="key-help">
        <tbody>
          {keyLines.map(({ keys, does }) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
