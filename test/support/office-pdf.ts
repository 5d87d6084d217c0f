import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import { findLibreOffice } from '../../apps/api/src/config/libre-office.js';

/** What LibreOffice prints of Office files, by the name of the file: one start for all of them. */
export function printedByOffice(files: Readonly<Record<string, Uint8Array>>): Map<string, Uint8Array> {
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-forms-'));
  try {
    const names = Object.keys(files);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    const options = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'pdf', '--outdir', 'out'];
    const { stderr } = spawnSync(program, [`-env:UserInstallation=${profile}`, ...options, ...names], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder },
    });
    const printed = readdirSync(path.join(folder, 'out'));
    if (printed.length < names.length) throw new Error(`LibreOffice printed ${printed.join(', ')} only. ${stderr}`);
    return new Map(
      names.map((name) => {
        const file = path.join(folder, 'out', name.replace(/\.\w+$/, '.pdf'));
        return [name, new Uint8Array(readFileSync(file))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of each page without any white space, since lines are broken anywhere between Han characters. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(withoutSpace);
}

export const withoutSpace = (text: string): string => text.replace(/\s/g, '');
