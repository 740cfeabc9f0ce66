/**
 * Every action and its key. The keys are the first letters of what people would say in English, since input methods
 * for Chinese are off outside the text fields. Unknown actions of later flows simply have no key.
 */
export const actionKeys: Readonly<Record<string, string>> = {
  accept: 'a',
  sendBack: 'b',
  dispatch: 'd',
  close: 'c',
  inspectResult: 'i',
  decline: 'x',
  rework: 'r',
  confirmReport: 'v',
  closeOnSpot: 's',
  claim: 't',
  handle: 'h',
  handBack: 'g',
  supplement: 'u',
  withdraw: 'w',
}

export const moveKeys = { next: ['j', 'ArrowDown'], previous: ['k', 'ArrowUp'] } as const

export type KeyLine = { readonly keys: string; readonly does: string }

export const keyLines: readonly KeyLine[] = [
  { keys: 'J 或 ↓', does: '下一件' },
  { keys: 'K 或 ↑', does: '上一件' },
  { keys: 'Enter', does: '打开' },
  { keys: '/', does: '搜索' },
  { keys: 'N', does: '发起' },
  { keys: 'E', does: '看消息' },
  { keys: 'A', does: '受理' },
  { keys: 'B', does: '退回补充' },
  { keys: 'X', does: '不予受理' },
  { keys: 'D', does: '派遣、改派' },
  { keys: 'V', does: '核实属实' },
  { keys: 'I', does: '核查通过' },
  { keys: 'R', does: '返工' },
  { keys: 'C', does: '结案' },
  { keys: 'O', does: '接手、放下' },
  { keys: 'Y', does: '告诉上报人' },
  { keys: 'Z', does: '撤销刚才的并案' },
  { keys: 'L', does: '多选，一起办' },
  { keys: 'Q', does: '交接班记录' },
  { keys: 'P', does: '打印这件事' },
  { keys: 'Ctrl + Enter', does: '送出填好的内容' },
  { keys: 'Esc', does: '收起填写的内容' },
  { keys: 'M', does: '开关声音' },
  { keys: '?', does: '看这张表' },
]
