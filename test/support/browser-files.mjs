/**
 * The browser of the tests and a Chinese font, both out of npm packages: no browser or font of the machine is needed.
 * Unpacked once into a folder named after the version (a package that unpacks to a fixed place would silently go on
 * using an old browser). Called before Jest starts, since two processes that unpack at once spoil the file.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const inPackage = (...parts) => path.join(ROOT, 'node_modules', ...parts);
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {{ executablePath: string, fontConfig: string | undefined }} */
export function prepareBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { executablePath: given, fontConfig: undefined };
  if (process.platform === 'linux' && process.arch === 'x64')
    return { executablePath: unpack(), fontConfig: configureFont() };
  const found = SYSTEM_BROWSERS.find((file) => existsSync(file));
  if (!found) throw new Error('No browser for the tests: set CHROMIUM_PATH to a Chromium or Chrome.');
  return { executablePath: found, fontConfig: undefined };
}

/** Into a folder beside, renamed when complete: an interrupted unpacking must not be taken for a browser. */
function unpack() {
  const { version } = JSON.parse(readFileSync(inPackage('@sparticuz/chromium', 'package.json'), 'utf8'));
  const folder = path.join(ROOT, '.cache', `chromium-${version}`);
  const executable = path.join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const script =
    "import chromium from '@sparticuz/chromium'; chromium.setGraphicsMode = false; await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: partial },
  });
  renameSync(partial, folder);
  return executable;
}

function configureFont() {
  const folder = path.join(ROOT, '.cache', 'fonts');
  const font = path.join(folder, 'NotoSansSC_400Regular.ttf');
  const config = path.join(folder, 'fonts.conf');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(font))
    copyFileSync(inPackage('@expo-google-fonts/noto-sans-sc', '400Regular', path.basename(font)), font);
  writeFileSync(
    config,
    `<?xml version="1.0"?>\n<fontconfig><dir>${folder}</dir><cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>\n`,
  );
  return config;
}
