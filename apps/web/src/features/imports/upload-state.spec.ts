import { describe, expect, it } from '@jest/globals';
import type { ImportUpload } from '../../shared/api/schema.gen.js';
import { formatSize } from '../../shared/format/file-size.js';
import { fileFault, LARGEST_FILE, withFiles } from './file-choice.js';
import type { Batch, BatchStatus, Counts } from './imports.api.js';
import {
  confirmState,
  isOpen,
  isWorking,
  shownBatch,
  unfinishedUploads,
  withoutDropped,
  writes,
} from './upload-state.js';

const counts = (changes: Partial<Counts> = {}): Counts => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  missing: 0,
  refused: 0,
  warnings: 0,
  indicators: 0,
  ...changes,
});
const batch = (id: string, status: BatchStatus, uploadId = 'u'): Batch => ({
  id,
  uploadId,
  file: `${id}.docx`,
  bytes: 1,
  sha256: '',
  year: 2027,
  yearInferred: null,
  status,
  failure: null,
  organisationName: null,
  units: 1,
  counts: counts(),
  warnings: [],
  departmentGoals: [],
  sameFile: null,
  importedBy: 'court',
  importedByName: 'court',
  importedAt: '',
  savedAt: null,
  undoneAt: null,
  undoneBy: null,
  undoneByName: null,
  undoable: false,
  hasFile: true,
});

describe('confirming an upload', () => {
  it('is possible where something would be written, and only then', () => {
    const batches = [batch('a', 'ready')];
    expect(confirmState({ batches, counts: counts({ new: 2 }) })).toBe('ready');
    expect(confirmState({ batches, counts: counts({ changed: 1 }) })).toBe('ready');
    expect(confirmState({ batches, counts: counts({ unchanged: 9, missing: 2, refused: 1 }) })).toBe('nothing');
  });

  it('waits until a file that could not be read is taken out: all files or none', () => {
    const batches = [batch('a', 'ready'), batch('b', 'failed')];
    expect(confirmState({ batches, counts: counts({ new: 2 }) })).toBe('failed-file');
  });

  it('is over once it is saved', () => {
    expect(confirmState({ batches: [batch('a', 'saved')], counts: counts({ new: 2 }) })).toBe('closed');
    expect(confirmState({ batches: [], counts: counts() })).toBe('closed');
  });

  it('leaves an upload open while none of its files is saved or at work, read or not', () => {
    expect(isOpen({ batches: [batch('a', 'ready'), batch('b', 'failed')] })).toBe(true);
    for (const status of ['reading', 'saving', 'saved', 'undone', 'discarded'] as const)
      expect(isOpen({ batches: [batch('a', status)] })).toBe(false);
    expect(isOpen({ batches: [] })).toBe(false);
  });

  it('forgets a file that was taken out', () => {
    const upload = (...batches: Batch[]) => ({ uploadId: 'u', year: 2027, batches }) as unknown as ImportUpload;
    const kept = withoutDropped(upload(batch('a', 'ready'), batch('b', 'discarded')));
    expect(kept.batches.map(({ id }) => id)).toEqual(['a']);
    expect(withoutDropped(upload(batch('a', 'discarded'))).batches).toHaveLength(1);
  });

  it('counts what it writes without what it leaves alone', () => {
    expect(writes(counts({ new: 1, changed: 2, unchanged: 4, missing: 8, refused: 16 }))).toBe(3);
  });
});

describe('the file that is shown', () => {
  it('is the one of the address, else the first that could be read', () => {
    const batches = [batch('a', 'failed'), batch('b', 'ready'), batch('c', 'ready')];
    expect(shownBatch(batches, 'c')?.id).toBe('c');
    expect(shownBatch(batches, 'gone')?.id).toBe('b');
    expect(shownBatch([batch('a', 'failed')], null)?.id).toBe('a');
    expect(shownBatch([], null)).toBeNull();
  });
});

describe('uploads to go on with', () => {
  it('are those that are neither saved nor discarded, each with all its files', () => {
    const uploads = unfinishedUploads([
      batch('a', 'ready', 'u1'),
      batch('b', 'saved', 'u2'),
      batch('c', 'failed', 'u1'),
      batch('d', 'reading', 'u3'),
      batch('e', 'discarded', 'u4'),
    ]);
    expect(uploads.map(({ uploadId, batches }) => [uploadId, batches.map(({ id }) => id)])).toEqual([
      ['u1', ['a', 'c']],
      ['u3', ['d']],
    ]);
  });

  it('are followed while the server is at work', () => {
    const working = (['reading', 'ready', 'saving', 'undoing', 'saved'] as const).filter((status) =>
      isWorking({ status }),
    );
    expect(working).toEqual(['reading', 'saving', 'undoing']);
  });
});

describe('the choice of files', () => {
  it('refuses an empty and a too large file before sending', () => {
    expect(fileFault({ name: 'a', size: 0 })).toBe('empty-file');
    expect(fileFault({ name: 'a', size: LARGEST_FILE + 1 })).toBe('file-too-large');
    expect(fileFault({ name: 'a', size: LARGEST_FILE })).toBeNull();
  });

  it('takes the same file once', () => {
    const chosen = withFiles(
      [{ name: 'a', size: 1 }],
      [
        { name: 'a', size: 1 },
        { name: 'a', size: 2 },
      ],
    );
    expect(chosen).toHaveLength(2);
  });

  it('writes sizes for reading', () => {
    expect([12, 2_048, 3_500_000].map(formatSize)).toEqual(['12 B', '2 KB', '3.3 MB']);
  });
});
