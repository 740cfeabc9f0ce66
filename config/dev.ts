import type { UserConfigExport } from '@tarojs/cli'

/** A watching H5 build empties its folder at every start, so it stays away from the released one. */
export default {
  ...(process.env.TARO_ENV === 'h5' ? { outputRoot: 'dist/h5-dev' } : {}),
  mini: { debugReact: true },
} satisfies UserConfigExport<'webpack5'>
