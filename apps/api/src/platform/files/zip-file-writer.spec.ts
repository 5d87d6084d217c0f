import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membersByPython } from '../../../../../test/support/python-zip.js';
import { ZipFileWriter } from './zip-file-writer.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an archive on disk', () => {
  let folder: string;
  let count = 0;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jixiao-archive-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function begun() {
    count += 1;
    const file = path.join(folder, `${count}.zip`);
    return { file, zip: await ZipFileWriter.create(file) };
  }
  async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const text of texts) {
      await Promise.resolve();
      yield Buffer.from(text);
    }
  }
  async function* torn(): AsyncGenerator<Uint8Array> {
    yield* pieces('前一半');
    throw new Error('The disk is gone');
  }

  it('is read back by another program: names in Chinese, folders, packed and plain, whole and in pieces', async () => {
    const { file, zip } = await begun();
    const picture = Buffer.from(Array.from({ length: 300_000 }, (_, place) => (place * 7919) % 251));
    const told = new Map([
      [
        '336001法院/审判业务装备_2023年1-6月绩效目标执行监控表.xlsx',
        await zip.add('336001法院/审判业务装备_2023年1-6月绩效目标执行监控表.xlsx', Buffer.from('甲'.repeat(5000))),
      ],
      ['佐证/照片 “一”（1）.png', await zip.add('佐证/照片 “一”（1）.png', picture, 'plain')],
      ['目录.txt', await zip.add('目录.txt', pieces('一\n', '', '二\n'), 'packed')],
      ['空.txt', await zip.add('空.txt', new Uint8Array(), 'packed')],
      ['𠮷野家.json', await zip.add('𠮷野家.json', pieces('{"a":', '1}'))],
    ]);
    const whole = await zip.finish();
    const bytes = readFileSync(file);
    expect(whole).toEqual({ sha256: sha256(bytes), bytes: bytes.length });
    expect(membersByPython(bytes)).toEqual(new Map([...told].map(([name, content]) => [name, content.sha256])));
    expect(told.get('佐证/照片 “一”（1）.png')).toEqual({ sha256: sha256(picture), bytes: picture.length });
    expect(told.get('目录.txt')).toEqual({ sha256: sha256(Buffer.from('一\n二\n')), bytes: 8 });
  });

  it('is made smaller by packing, and not by leaving plain', async () => {
    const text = Buffer.from('预算绩效'.repeat(10_000));
    const sizes: number[] = [];
    for (const how of ['packed', 'plain'] as const) {
      const { zip } = await begun();
      await zip.add('a.txt', text, how);
      sizes.push((await zip.finish()).bytes);
    }
    expect(sizes[0]).toBeLessThan(text.length / 50);
    expect(sizes[1]).toBeGreaterThan(text.length);
  });

  it.each(['plain', 'packed'] as const)(
    'leaves no file where a member breaks off in its middle, and is never ended with half of one (%s)',
    async (how) => {
      const { file, zip } = await begun();
      await zip.add('好.txt', Buffer.from('好'));
      await expect(zip.add('坏.txt', torn(), how)).rejects.toThrow('The disk is gone');
      await expect(zip.finish()).rejects.toThrow('has not come to its end');
      expect(() => membersByPython(readFileSync(file))).toThrow('Python cannot read');
      await zip.abandon();
      expect(existsSync(file)).toBe(false);
    },
  );

  it('never writes over a file that is there', async () => {
    const { file, zip } = await begun();
    await expect(ZipFileWriter.create(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await zip.abandon();
  });
});
