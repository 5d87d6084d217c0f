/**
 * Suites that load the whole program are run in groups, each group as one file that imports its suites: Jest gives every
 * file modules of its own, and to load the program anew and run it cold was half of the work of such a suite. The suites of
 * a group share nothing but the loaded modules: none has hooks outside its `describe`, and each begins on a database of its
 * own. Plain Node, for `test/run.mjs`; a suite that is asked for by itself runs by itself.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../apps/api/bin/prepare.mjs';
import { isLong } from './long-suites.mjs';

/** Jest project → number of groups: more than there are workers, so that none waits long for another at the end. */
const PROJECTS = { api: 6, contract: 2 };
const OUTSIDE_DESCRIBE = /^(before|after)(All|Each)\(/m;

/** @returns {() => void} removes the files again */
export function writeTestGroups() {
  for (const [project, count] of Object.entries(PROJECTS)) {
    const folder = path.join(ROOT, 'test', project);
    mkdirSync(groupsOf(project), { recursive: true });
    const suites = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
    const alone = suites.filter((name) => isLong(`test/${project}/${name}`) || hasHooks(path.join(folder, name)));
    const together = suites.filter((name) => !alone.includes(name));
    for (const name of alone) writeGroup(project, name, [name]);
    for (const [place, group] of evenGroups(folder, together, count).entries()) {
      writeGroup(project, `group-${place + 1}.spec.ts`, group);
    }
  }
  return removeTestGroups;
}

function removeTestGroups() {
  for (const project of Object.keys(PROJECTS)) rmSync(groupsOf(project), { recursive: true, force: true });
}

/** Beside the suites, so that what they import is found. */
const groupsOf = (project) => path.join(ROOT, 'test', project, '.groups');

function writeGroup(project, file, suites) {
  const imports = suites.map((name) => `import '../${name.replace(/\.ts$/, '.js')}';\n`);
  writeFileSync(path.join(groupsOf(project), file), imports.join(''));
}

/** They would run for every suite of a group. */
const hasHooks = (file) => OUTSIDE_DESCRIBE.test(readFileSync(file, 'utf8'));

/** The largest first, each to the group that has least so far: the size tells most of how long a suite takes. */
function evenGroups(folder, suites, count) {
  const sized = suites.map((name) => ({ name, size: statSync(path.join(folder, name)).size }));
  const groups = Array.from({ length: count }, () => ({ names: [], size: 0 }));
  for (const { name, size } of sized.sort((one, other) => other.size - one.size)) {
    const smallest = groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.names.push(name);
    smallest.size += size;
  }
  return groups.map(({ names }) => names).filter((names) => names.length > 0);
}
