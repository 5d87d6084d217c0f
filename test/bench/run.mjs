/** `npm run bench`: measurements with their floors of the same run, on both backends. Not a part of `npm test`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { endWith, prepareInstall, ROOT } from '../../apps/api/bin/prepare.mjs';
import { startServices } from '../support/start-services.mjs';

try {
  await prepareInstall();
  const services = await startServices();
  const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--selectProjects', 'bench', '--runInBand', ...process.argv.slice(2)];
  const env = { ...process.env, ...services.env, JIXIAO_BENCH: '1' };
  const child = spawn(process.execPath, [...nodeOptions, jest, ...args], { cwd: ROOT, env, stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => child.once('close', resolve));
  await services.stop();
} catch (error) {
  endWith(error);
}
