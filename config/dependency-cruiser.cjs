/** The rooms and who may look into whom. The reasons live in docs/architecture.md. */
const room = (name) => `^src/${name}/`

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-no-room',
      severity: 'error',
      from: { path: room('domain') },
      to: { path: '^src/(?!domain/)' },
    },
    {
      name: 'domain-imports-no-package',
      severity: 'error',
      from: { path: room('domain') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg'] },
    },
    {
      name: 'contract-imports-only-domain',
      severity: 'error',
      from: { path: room('contract') },
      to: { path: '^src/(?!contract/|domain/)' },
    },
    {
      name: 'faces-and-cloud-share-no-code',
      severity: 'error',
      from: { path: '^src/(miniapp|hub|cloud)/' },
      to: { path: '^src/(miniapp|hub|cloud)/', pathNot: '^src/$1/' },
    },
    {
      name: 'only-platform-touches-taro',
      severity: 'error',
      from: { path: room('miniapp'), pathNot: '^src/miniapp/platform/' },
      to: { path: 'node_modules/@tarojs/taro/' },
    },
    {
      name: 'only-the-store-touches-the-database',
      severity: 'error',
      from: { path: room('cloud'), pathNot: '^src/cloud/store/' },
      to: { path: 'node_modules/(pg|@electric-sql)/' },
    },
    {
      name: 'only-doors-know-http',
      severity: 'error',
      from: { path: room('cloud'), pathNot: '^src/cloud/(doors|functions|files/fileRoutes)' },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'commands-know-no-door',
      severity: 'error',
      from: {
        path: '^src/cloud/(commands|queries|store|relay|files|reference|import)/',
        pathNot: 'files/fileRoutes',
      },
      to: { path: '^src/cloud/(doors|functions)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|config)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
