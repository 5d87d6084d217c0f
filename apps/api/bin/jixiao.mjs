#!/usr/bin/env node
/** `npm run --silent jixiao -- COMMAND …`: the operator commands, with nothing but their own output on standard output. */
import path from 'node:path';
import { endWith, prepare, ROOT } from './prepare.mjs';

/** npm runs scripts in the project's folder; file names on the command line are meant from where the person stands. */
function standWhereThePersonStands() {
  process.env.DATA_DIR = path.resolve(ROOT, process.env.DATA_DIR ?? 'data');
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  if (script === 'jixiao' && folder) process.chdir(folder);
}

try {
  await prepare();
  process.setSourceMapsEnabled(true);
  standWhereThePersonStands();
  await import('../dist/cli.js');
} catch (error) {
  endWith(error);
}
