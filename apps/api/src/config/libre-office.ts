import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const PROGRAMS = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
/** Where it stands when it is not on the path. */
const USUAL_PLACES = [
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/**
 * The LibreOffice program that converts legacy Word files: what LIBREOFFICE names, else the one on the path or in its
 * usual place. Null where there is none, or LIBREOFFICE is `off`.
 */
export function findLibreOffice(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = env['LIBREOFFICE'];
  if (named === 'off') return null;
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => PROGRAMS.map((program) => path.join(folder, program)));
  return [...onPath, ...USUAL_PLACES].find(isProgram) ?? null;
}

/** True for a value of LIBREOFFICE that can be followed: `off`, or the file of a program. */
export const isLibreOfficeSetting = (text: string): boolean => text === 'off' || isProgram(text);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
