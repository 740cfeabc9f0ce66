import type { UserConfigExport } from '@tarojs/cli'

/** Taro's own settings for a release (minified, hashed, no source maps) are the ones we want. */
export default {} satisfies UserConfigExport<'webpack5'>
