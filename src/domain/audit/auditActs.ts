/** 审计行为: what is written into the audit log, by one word each, and what it is called on the page. */
export const auditActs = {
  'session.begun': '登录',
  'session.refused': '登录被拒',
  'session.ended': '退出登录',
  'session.cut': '结束登录',
  'account.bound': '绑定微信',
  'account.made': '新建账号',
  'account.listed': '查看账号',
  'account.disabled': '停用账号',
  'account.unlocked': '解除锁定',
  'account.corrected': '更正个人信息',
  'account.closed': '注销账号',
  'code.issued': '发绑定码',
  'password.set': '设置密码',
  'factor.set': '启用动态口令',
  'factor.proved': '验证动态口令',
  'factor.refused': '动态口令不对',
  'factor.reset': '重置动态口令',
  'post.granted': '授予岗位',
  'post.ended': '收回岗位',
  'settings.changed': '修改设置',
  'endpoint.made': '登记接收地址',
  'endpoint.disabled': '停用接收地址',
  'endpoint.secret': '换接收地址的密钥',
  'endpoint.kinds': '改接收地址要收的类别',
  'matter.read': '查看敏感事项',
  'matters.listed': '列表中有敏感事项',
  'secret.opened': '查看保密信息',
  'people.searched': '按姓名找人',
  'photo.opened': '查看照片原样',
  'roll.read': '查看名册',
  'matters.exported': '导出事项',
  'data.exported': '导出个人信息',
  'audit.read': '查看审计记录',
  'audit.exported': '导出审计记录',
} as const satisfies Record<string, string>

export type AuditAct = keyof typeof auditActs

export function isAuditAct(text: string): text is AuditAct {
  return Object.keys(auditActs).includes(text)
}
