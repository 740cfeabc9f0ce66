import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import development from './dev'
import production from './prod'

type Config = Extract<UserConfigExport<'webpack5'>, { sourceRoot?: string }>
type Chain = Parameters<NonNullable<NonNullable<Config['mini']>['webpackChain']>>[0]

const root = path.resolve(__dirname, '..')
const room = (name: string) => path.join(root, 'src', name)
const forWeapp = process.env.TARO_ENV === 'weapp'

/** Older phones run mini-programs in engines that know no optional chaining; Babel reads this. */
if (forWeapp) process.env.BROWSERSLIST ??= 'iOS >= 12, Chrome >= 66'

/** Taro compiles only its sourceRoot; the two rooms the phone shares must be named here. */
const compile = {
  include: [
    room('domain'),
    room('contract'),
    // Published with class fields, which an older phone cannot read.
    path.join(root, 'node_modules/@noble/hashes'),
    path.join(root, 'node_modules/@rc-component/qrcode/es/libs'),
  ],
}

/** WXML drops every attribute its templates do not know, so what a screen reader needs is added. */
const spoken = Object.fromEntries(
  ['role', 'label', 'hidden', 'live', 'checked'].map((name) => [`aria-${name}`, '']),
)
const spokenComponents = Object.fromEntries(
  ['View', 'Image', 'Button', 'Input', 'Textarea', 'Text'].map((name) => [name, { ...spoken }]),
)

const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module' as const,
    generateScopedName: '[name]__[local]___[hash:base64:5]',
  },
}

export default defineConfig<'webpack5'>(async (merge) =>
  merge({}, base(), process.env.NODE_ENV === 'development' ? development : production),
)

function base(): Config {
  return {
    projectName: 'lianxin',
    date: '2026-11-23',
    sourceRoot: 'src/miniapp',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Taro's own cache looks for src/app.config and fails with another sourceRoot; see rememberModules.
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    // One px in a stylesheet is one CSS pixel on a phone 375 wide.
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    alias: {
      '@domain': room('domain'),
      '@contract': room('contract'),
      '@miniapp': room('miniapp'),
    },
    plugins: [
      '@tarojs/plugin-platform-weapp',
      '@tarojs/plugin-platform-h5',
      '@tarojs/plugin-framework-react',
      ['@tarojs/plugin-inject', { components: spokenComponents }],
    ],
    // Chinese words stay as they are; escaped they would be twice as long.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    defineConstants: {
      API_BASE: JSON.stringify(apiBase()),
      CLOUD_ENV: JSON.stringify(cloudEnv()),
    },
    copy: { patterns: [], options: {} },
    mini: {
      compile,
      webpackChain: shapeBundle,
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    },
    h5: h5(),
  }
}

/** In a browser the pages and the API share one origin; a phone must be told where the API is. */
function apiBase() {
  return forWeapp ? (process.env.LIANXIN_API ?? 'http://127.0.0.1:7100') : ''
}

/** The cloud environment in which the phone finds the backend as a function; empty, it calls a server. */
function cloudEnv() {
  return forWeapp ? (process.env.LIANXIN_CLOUD_ENV ?? '') : ''
}

function h5(): NonNullable<Config['h5']> {
  return {
    compile,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    devServer: { host: '127.0.0.1', port: 10086, open: false },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, cssModules },
    webpackChain(chain) {
      shapeBundle(chain)
      shareComponents(chain)
    },
  }
}

function shapeBundle(chain: Chain) {
  chain.performance.hints(false)
  // One module of Taro cannot be cached; webpack would say so at every build.
  chain.set('infrastructureLogging', { level: 'error' })
  rememberModules(chain)
}

/** A second build takes a third of the time. A build server starts clean and would only pay for writing. */
function rememberModules(chain: Chain) {
  if (process.env.CI) return
  const app = path.join(room('miniapp'), 'app.config.ts')
  const settings = ['config/index.ts', 'config/dev.ts', 'config/prod.ts', 'babel.config.js']
  // Taro learns while it parses which templates a mini-program needs. A build that parses only what
  // changed loses the others without a word, so for a phone any change starts from nothing.
  const sources = forWeapp ? ['miniapp', 'domain', 'contract'].map((name) => `${room(name)}/`) : []
  chain.cache({
    type: 'filesystem',
    cacheDirectory: path.join(root, 'node_modules/.cache/taro'),
    name: `${process.env.NODE_ENV}-${process.env.TARO_ENV}`,
    buildDependencies: {
      config: settings.map((file) => path.join(root, file)),
      app: [app, ...sources],
    },
  })
}

/** Taro copies its components into every page's chunk; a browser should fetch them once. */
function shareComponents(chain: Chain) {
  const shared = {
    name: 'components',
    test: /[\\/]node_modules[\\/](@tarojs[\\/]components|@stencil)[\\/]/,
    chunks: 'all' as const,
    priority: 30,
    enforce: true,
  }
  const old = chain.optimization.get('splitChunks') ?? {}
  chain.optimization.splitChunks({
    ...old,
    cacheGroups: { ...old.cacheGroups, components: shared },
  })
}
