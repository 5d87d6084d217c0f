import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = new Set(['.js', '.css', '.html', '.svg', '.json']);
/** Below one network packet a compressed copy saves nothing. */
const SMALLEST = 1_400;

const gz = promisify(gzip);
const br = promisify(brotliCompress);

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < SMALLEST) return;
  const [gzipped, brotlied] = await Promise.all([
    gz(bytes, { level: 9 }),
    br(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ]);
  await Promise.all([writeFile(`${file}.gz`, gzipped), writeFile(`${file}.br`, brotlied)]);
}

/** Writes `.gz` and `.br` beside every text asset, which the API serves as they are: no compression per request. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'jixiao:precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true });
      const files = names.filter((name) => COMPRESSIBLE.has(extname(name)));
      await Promise.all(files.map((name) => compressFile(join(folder, name))));
    },
  };
}
