/** One project per room: `npx jest -c config/jest.config.cjs --selectProjects domain` is the fast loop. */
const path = require('node:path')

const rootDir = path.resolve(__dirname, '..')

/** Published as ES modules only, which Jest 29 cannot load as they are. */
const esModules = [
  '@noble/hashes',
  'd3-[a-z]+',
  'delaunator',
  'flatbush',
  'flatqueue',
  'internmap',
  'point-in-polygon-hao',
  'polyclip-ts',
  'robust-predicates',
  'splaytree-ts',
  'uuid',
]

/** The same, in a syntax of today that is Node's own and needs nothing but `require` for `import`. */
const modernModules = 'openid-client|oauth4webapi|jose'
const asCommonJs = {
  babelrc: false,
  configFile: false,
  presets: [['@babel/preset-env', { targets: { node: '20' }, modules: 'commonjs' }]],
}

const moduleNameMapper = Object.fromEntries(
  ['domain', 'contract', 'cloud', 'miniapp', 'hub'].map((room) => [
    `^@${room}/(.*)$`,
    `<rootDir>/src/${room}/$1`,
  ]),
)

/** Stylesheets mean nothing here: a class is called what the source calls it. */
const styles = { '\\.(css|scss)$': '<rootDir>/tests/support/styles.cjs' }

/** Ant Design's rules mean nothing either, and jsdom would match each of them to every element that is asked for. */
const antdStyles = {
  '^@rc-component/util/lib/Dom/dynamicCSS$': '<rootDir>/tests/support/noDynamicCss.cjs',
}

/** The real Taro packages are ES modules made for a phone or a browser. */
const taro = {
  '^@tarojs/components$': '<rootDir>/tests/support/taroComponents.tsx',
  '^@tarojs/taro$': '<rootDir>/tests/support/fakeTaro.ts',
  '^@rc-component/qrcode/es/(.*)$': '@rc-component/qrcode/lib/$1',
}

const tests = (...folders) => folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts?(x)`)

function project(displayName, testEnvironment, rest) {
  return {
    displayName,
    rootDir,
    testEnvironment,
    runtime: '<rootDir>/config/jest.runtime.cjs',
    moduleNameMapper,
    testMatch: tests(displayName),
    transform: {
      [`/node_modules/(${modernModules})/.+\\.js$`]: ['babel-jest', asCommonJs],
      '^.+\\.(mjs|cjs|[jt]sx?)$': ['babel-jest', { configFile: './babel.config.js' }],
    },
    transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')}|${modernModules})/)`],
    cacheDirectory: '<rootDir>/node_modules/.cache/jest',
    ...rest,
  }
}

/** Test files copy a database that is made once; see tests/support/openDatabase.ts. */
const databaseTemplates = {
  globalSetup: '<rootDir>/tests/support/databaseTemplate.setup.cjs',
  globalTeardown: '<rootDir>/tests/support/databaseTemplate.teardown.cjs',
}

/** They walk through real servers, which takes its time. */
const journeys = {
  ...databaseTemplates,
  setupFilesAfterEnv: ['<rootDir>/tests/support/journeyTimeout.cjs'],
}
const inBrowser = '/tests/journeys/(browser|weapp)/'

const native = '/tests/miniapp/native/'
const compiled = '/tests/miniapp/compiled/'

/** What only a server outside can show is asked of it alone: `x.postgres.test.ts`. */
const notOfThisDatabase =
  process.env.DATABASE === 'postgres'
    ? ['/node_modules/']
    : ['/node_modules/', '\\.postgres\\.test\\.ts$']

module.exports = {
  rootDir,
  reporters: ['default', '<rootDir>/config/jest.closingLine.cjs'],
  testTimeout: 20_000,
  // On two cores Jest would else keep one idle.
  maxWorkers: '100%',
  projects: [
    project('domain', 'node'),
    project('contract', 'node'),
    project('docs', 'node'),
    project('cloud', 'node', { ...databaseTemplates, testPathIgnorePatterns: notOfThisDatabase }),
    project('miniapp', 'jsdom', {
      moduleNameMapper: { ...moduleNameMapper, ...styles, ...taro },
      testPathIgnorePatterns: ['/node_modules/', native, compiled],
    }),
    project('native', 'jsdom', { testMatch: tests('miniapp/native') }),
    project('compiled', 'jsdom', {
      testMatch: tests('miniapp/compiled'),
      globalSetup: '<rootDir>/tests/support/requireWeappBuild.cjs',
    }),
    project('hub', 'jsdom', {
      moduleNameMapper: { ...moduleNameMapper, ...styles, ...antdStyles },
    }),
    project('journeys', 'node', {
      ...journeys,
      testPathIgnorePatterns: ['/node_modules/', inBrowser],
    }),
    project('browser', 'node', {
      ...journeys,
      testMatch: tests('journeys/browser', 'journeys/weapp'),
    }),
  ],
}
