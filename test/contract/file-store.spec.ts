import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FileStore } from '../../apps/api/src/platform/files/file-store.js';
import { StoredFileChunk } from '../../apps/api/src/platform/files/stored-file-chunk.entity.js';
import { StoredFile } from '../../apps/api/src/platform/files/stored-file.entity.js';
import { StoredFileRepository } from '../../apps/api/src/platform/files/stored-file.repository.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { describeBackends } from '../support/services.js';
import { openFixture, signal, type DatabaseFixture } from './database-fixture.js';

const CHUNK = 256 * 1024;
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describeBackends('file store', (backend) => {
  const store = new FileStore(new StoredFileRepository(new Clock()));
  let fixture: DatabaseFixture;
  const put = (bytes: Uint8Array) => fixture.uow.run((manager) => store.put(manager, bytes));
  const release = (sha256: string) => fixture.uow.run((manager) => store.release(manager, sha256));
  const read = (sha256: string) => store.read(fixture.uow.reader, sha256);
  const rows = async () => ({
    files: (await fixture.uow.reader.find(StoredFile)).map(({ referenceCount }) => referenceCount),
    chunks: await fixture.uow.reader.count(StoredFileChunk),
  });

  beforeAll(async () => {
    fixture = await openFixture(backend);
  });
  afterAll(() => fixture.close());
  beforeEach(() =>
    fixture.uow.run(async (manager) => {
      await manager.deleteAll(StoredFileChunk);
      await manager.deleteAll(StoredFile);
    }),
  );

  it.each([0, 1, 255, CHUNK - 1, CHUNK, CHUNK + 1, 9 * CHUNK + 17])('gives %d bytes back exactly', async (size) => {
    const bytes = randomBytes(size);
    const stored = await put(bytes);
    expect(stored).toEqual({ sha256: sha256Of(bytes), bytes: size });
    expect((await read(stored.sha256)).equals(bytes)).toBe(true);
    expect((await rows()).chunks).toBe(Math.ceil(size / CHUNK));
  });

  it('gives every byte and sequence that quoting could spoil back', async () => {
    const every = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    const bytes = Buffer.concat([every, Buffer.from('\\\'"`\0\x1a%_;--\r\n\\0'), every.reverse()]);
    expect((await read((await put(bytes)).sha256)).equals(bytes)).toBe(true);
  });

  it('takes a view into a larger buffer for what it shows', async () => {
    const bytes = randomBytes(1000).subarray(100, 300);
    expect((await read((await put(bytes)).sha256)).equals(bytes)).toBe(true);
  });

  it('keeps the same content once, until it is released as often as it was put', async () => {
    const bytes = randomBytes(2 * CHUNK);
    const { sha256 } = await put(bytes);
    await put(Buffer.from(bytes));
    expect(await rows()).toEqual({ files: [2], chunks: 2 });
    await release(sha256);
    expect((await read(sha256)).equals(bytes)).toBe(true);
    await release(sha256);
    expect(await rows()).toEqual({ files: [], chunks: 0 });
    await expect(read(sha256)).rejects.toMatchObject({ code: 'not-found' });
    await expect(release(sha256)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stores nothing where the transaction fails, and can be read inside it', async () => {
    const bytes = randomBytes(CHUNK);
    const run = fixture.uow.run(async (manager) => {
      const { sha256 } = await store.put(manager, bytes);
      expect((await store.read(manager, sha256)).equals(bytes)).toBe(true);
      throw new Error('later');
    });
    await expect(run).rejects.toThrow('later');
    expect(await rows()).toEqual({ files: [], chunks: 0 });
  });

  it('keeps the same content once when many put it at the same time', async () => {
    const bytes = randomBytes(CHUNK + 5);
    const stored = await Promise.all(Array.from({ length: 8 }, () => put(bytes)));
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await rows()).toEqual({ files: [8], chunks: 2 });
    expect((await read(sha256Of(bytes))).equals(bytes)).toBe(true);
  });

  it('keeps the content of one who puts it while the last other releases it, in either order', async () => {
    const bytes = randomBytes(CHUNK + 5);
    const { sha256 } = await put(bytes);
    for (const first of ['release', 'put'] as const) {
      const { reached, reach } = signal();
      const slow = fixture.uow.run(async (manager) => {
        if (first === 'release') await store.release(manager, sha256);
        else await store.put(manager, bytes);
        reach();
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      await reached;
      const other = first === 'release' ? put(bytes).then(() => undefined) : release(sha256);
      await Promise.all([slow, other]);
      expect(await rows()).toEqual({ files: [1], chunks: 2 });
      expect((await read(sha256)).equals(bytes)).toBe(true);
    }
  });

  it('stays right under puts and releases in any order', async () => {
    const contents = [randomBytes(10), randomBytes(CHUNK + 1)];
    await Promise.all(
      Array.from({ length: 24 }, async (_, turn) => {
        const bytes = contents[turn % 2] ?? Buffer.alloc(0);
        const { sha256 } = await put(bytes);
        expect((await read(sha256)).equals(bytes)).toBe(true);
        await release(sha256);
      }),
    );
    expect(await rows()).toEqual({ files: [], chunks: 0 });
  });

  it('tells damaged content from missing', async () => {
    const { sha256 } = await put(randomBytes(2 * CHUNK));
    await fixture.uow.run((manager) => manager.delete(StoredFileChunk, { sha256, ordinal: 1 }));
    await expect(read(sha256)).rejects.toThrow('is damaged');
  });

  describe('with a file on disk', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'jixiao-store-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const onDisk = (bytes: Uint8Array): string => {
      const file = path.join(folder, '监控表.zip');
      writeFileSync(file, bytes);
      return file;
    };
    const putFile = (file: string, bytes: Uint8Array) =>
      fixture.uow.run((manager) => store.putFile(manager, file, { sha256: sha256Of(bytes), bytes: bytes.length }));
    const streamed = async (sha256: string): Promise<readonly Uint8Array[]> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of store.stream(fixture.uow.reader, sha256)) pieces.push(piece);
      return pieces;
    };

    it.each([0, 1, CHUNK, 4 * CHUNK, 4 * CHUNK + 1, 9 * CHUNK + 17])(
      'stores %d bytes of it and streams them back in small pieces',
      async (size) => {
        const bytes = randomBytes(size);
        const { sha256 } = await putFile(onDisk(bytes), bytes);
        const pieces = await streamed(sha256);
        expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
        expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(CHUNK);
        expect((await read(sha256)).equals(bytes)).toBe(true);
        expect((await rows()).chunks).toBe(Math.ceil(size / CHUNK));
      },
    );

    it('keeps the same content once, however it was put, without reading the file again', async () => {
      const bytes = randomBytes(CHUNK + 1);
      await put(bytes);
      await putFile(path.join(folder, 'gone.zip'), bytes);
      expect(await rows()).toEqual({ files: [2], chunks: 2 });
    });

    it.each([
      ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(1), Buffer.from([bytes[0] ?? 0])])],
      ['shorter', (bytes: Buffer) => bytes.subarray(0, -1)],
      ['longer in its last piece', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ])('stores nothing where the file is %s by now', async (_what, change) => {
      const bytes = randomBytes(5 * CHUNK + 3);
      await expect(putFile(onDisk(change(bytes)), bytes)).rejects.toThrow('is not');
      expect(await rows()).toEqual({ files: [], chunks: 0 });
    });

    it('says of what is missing or damaged that it is, at the latest at its end', async () => {
      await expect(streamed('0'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
      const bytes = randomBytes(3 * CHUNK);
      const { sha256 } = await putFile(onDisk(bytes), bytes);
      await fixture.uow.run((manager) => manager.delete(StoredFileChunk, { sha256, ordinal: 1 }));
      await expect(streamed(sha256)).rejects.toThrow('is damaged');
    });
  });

  it('lets other work of the process go on while it stores a large file', async () => {
    const bytes = randomBytes(24 * 1024 * 1024);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const { sha256 } = await put(bytes);
    expect((await read(sha256)).length).toBe(bytes.length);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(24);
  });
});
