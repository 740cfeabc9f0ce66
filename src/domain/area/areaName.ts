/** 宝珠村委会 is the committee; people say 宝珠村. 燕喜社区居委会 becomes 燕喜社区. */
export function spokenAreaName(name: string): string {
  return name
    .replace(/社区居委会$/, '社区')
    .replace(/居委会$/, '社区')
    .replace(/村委会$/, '村')
}

/** "宝珠村 第3网格": how a grid is named to people. */
export function spokenGridName(villageName: string, gridName: string): string {
  return `${spokenAreaName(villageName)} ${gridName}`
}
