import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Reads every member to its end, by which its checksum is looked at, and tells what it is. */
const PROGRAM = `
import hashlib, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    broken = archive.testzip()
    members = [(each.filename, hashlib.sha256(archive.read(each)).hexdigest()) for each in archive.infolist()]
json.dump({"broken": broken, "members": members}, sys.stdout)
`;

interface Read {
  readonly broken: string | null;
  readonly members: readonly (readonly [name: string, sha256: string])[];
}

/**
 * What Python finds in an archive, which knows nothing of the library that wrote it: the hashes of its members by their names.
 * @throws Error where it is no archive, a member is damaged, or a name occurs twice
 */
export function membersByPython(archive: Uint8Array): ReadonlyMap<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-zip-'));
  try {
    const file = path.join(folder, 'archive.zip');
    writeFileSync(file, archive);
    const { status, stdout, stderr, error } = spawnSync('python3', ['-c', PROGRAM, file], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`Python cannot read the archive: ${stderr}`);
    const { broken, members } = JSON.parse(stdout) as Read;
    if (broken !== null) throw new Error(`The member ${broken} is damaged`);
    const byName = new Map(members);
    if (byName.size < members.length) throw new Error('A name occurs twice in the archive');
    return byName;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
