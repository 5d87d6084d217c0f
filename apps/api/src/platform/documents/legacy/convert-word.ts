import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLibreOffice } from '../../../config/libre-office.js';
import { DomainError } from '../../runtime/domain-error.js';
import { isCompoundFile, openCompoundFile } from './compound-file.js';

const RICH_TEXT = '{\\rtf';
/** A page of tables takes two seconds, the start of the program as long again. */
const LONGEST_MS = 60_000;
const LARGEST_RESULT = 200 * 1024 * 1024;
/** No macros, nothing from elsewhere, whatever the document asks for. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
</oor:items>
`;
const NO_PROXY = 'http://127.0.0.1:9';

/** True for a document of Word 97–2003, and for rich text, which Word also saves as .doc. */
export function isLegacyWord(bytes: Uint8Array): boolean {
  if (isCompoundFile(bytes)) return openCompoundFile(bytes)?.names.has('WordDocument') ?? false;
  return Buffer.from(bytes.subarray(0, RICH_TEXT.length)).toString('latin1') === RICH_TEXT;
}

/**
 * Converts a legacy Word document to .docx by LibreOffice, in a process, profile and folder of its own, which are gone
 * afterwards whatever happens. Merged cells survive.
 *
 * @throws DomainError `legacy-word` where there is no LibreOffice (see LIBREOFFICE) or it cannot read the file
 */
export async function convertLegacyWord(bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  const program = findLibreOffice();
  if (program === null) throw new DomainError('legacy-word');
  const folder = await mkdtemp(path.join(tmpdir(), 'jixiao-word-'));
  try {
    const source = path.join(folder, 'document.doc');
    await mkdir(path.join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
    await writeFile(source, bytes);
    await run(program, folder, source, signal);
    return await resultIn(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Waits for the end of the program; a group of its own lets its helpers be ended with it. */
function run(program: string, folder: string, source: string, signal?: AbortSignal): Promise<void> {
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const child = spawn(
    program,
    [
      `-env:UserInstallation=${profile}`,
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
      ...['--convert-to', 'docx', '--outdir', folder, source],
    ],
    {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: { PATH: programPath(program), HOME: folder, TMPDIR: folder, http_proxy: NO_PROXY, https_proxy: NO_PROXY },
    },
  );
  const end = (): void => killGroup(child.pid);
  const timer = setTimeout(end, LONGEST_MS);
  signal?.addEventListener('abort', end, { once: true });
  return new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    end();
    signal?.throwIfAborted();
  });
}

/** The program is a script of its folder that calls tools of the system. */
const programPath = (program: string): string => [path.dirname(program), '/usr/bin', '/bin'].join(path.delimiter);

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

async function resultIn(folder: string): Promise<Uint8Array> {
  const file = path.join(folder, 'document.docx');
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0 || size > LARGEST_RESULT) throw new DomainError('legacy-word');
  return readFile(file);
}
