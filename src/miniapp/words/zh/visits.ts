export const visits = {
  title: '谁来走访过我',
  hint: '网格员、村干部来走访，写上了您的名字，就在这里。点开看为什么来、记了什么，有话可以说。',
  by: (name: string, role: string) => `${name}（${role}）`,
} as const
