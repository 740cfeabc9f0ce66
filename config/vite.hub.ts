import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** Where the backend answers while somebody works on the console. */
const backend = process.env.LIANXIN_BACKEND ?? 'http://127.0.0.1:7100'

/** The township console, served by the backend under /hub/. */
export default defineConfig({
  root: root('src/hub'),
  base: '/hub/',
  plugins: [react()],
  resolve: {
    alias: {
      '@domain': root('src/domain'),
      '@contract': root('src/contract'),
      '@hub': root('src/hub'),
    },
  },
  build: {
    outDir: root('dist/hub'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // Ant Design changes with its own releases, the console daily: apart, the browser keeps the larger one.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 2,
            },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': backend, '/hub/config.json': backend } },
})
