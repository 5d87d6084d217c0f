import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

/** The API that the development server forwards to. */
const API = 'http://127.0.0.1:3000';
const DRAWING = /\/node_modules\/(?:echarts|zrender|vue-echarts)\//;

export default defineConfig(({ command }) => {
  // A test run builds with NODE_ENV=test, which would put Vue's development build into the page that is served.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [vue(), precompress()],
    resolve: {
      // The library's source instead of its build: the light computed as one types needs no build step first.
      alias: { '@jixiao/domain': fileURLToPath(new URL('../../libs/domain/src/index.ts', import.meta.url)) },
    },
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: 'es2022',
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: {
          // Named apart, so that a test sees that no page waits for what draws its charts.
          chunkFileNames: ({ moduleIds }) =>
            moduleIds.some((id) => DRAWING.test(id)) ? 'assets/chart-[name]-[hash].js' : 'assets/[name]-[hash].js',
        },
        // The library is pure functions: what a page does not call (the document reader, above all) is left out.
        treeshake: { moduleSideEffects: [{ test: /\/libs\/domain\/src\//, sideEffects: false }] },
      },
    },
    server: { proxy: { '/api': { target: API, changeOrigin: false } } },
  };
});
