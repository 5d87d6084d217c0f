import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ExportView } from '../../apps/api/src/features/exports/http/exports.dto.js';
import type { PaperCheck } from '../../apps/api/src/features/exports/http/papers.dto.js';
import { sha256 } from '../../apps/api/src/features/seals/index.js';
import { jixiao, jixiaoDone, type CommandResult } from '../support/product.js';
import { membersByPython } from '../support/python-zip.js';
import { openWorkbook, saveWorkbook } from '../support/report-workbook.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const COURT = fileURLToPath(new URL('../fixtures/targets/ok/court-2022.txt', import.meta.url));
const ROUND = ['--year', '2022', '--month', '6'];

/** Each test starts the program several times, beside other suites. */
jest.setTimeout(180_000);

describeBackends('Commands of papers', (backend) => {
  let fresh: FreshConfig;
  let folder: string;
  const run = (...args: string[]): Promise<CommandResult> => jixiao(fresh.env, ...args);
  const json = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await jixiaoDone(fresh.env, ...args, '--json')) as T;
  const at = (name: string): string => path.join(folder, name);

  beforeAll(async () => {
    fresh = await freshConfig(backend, { LOG_LEVEL: 'info', LC_ALL: 'en_US.UTF-8' });
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-papers-'));
    await json('import', COURT, '--year', '2022', '--unit', '336001');
    const projects = [{ name: '审判业务装备', expenditureFen: 12_000_000 }];
    writeFileSync(at('quarter.json'), JSON.stringify({ projects }));
    await json('report', at('quarter.json'), ...ROUND);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await fresh.cleanup();
  });

  it('export forms writes an archive of all projects, or a book of a unit, and tells what it is', async () => {
    const zip = at('监控表.zip');
    const told = await json<ExportView & { output: string }>('export', 'forms', ...ROUND, '-o', zip);
    const bytes = readFileSync(zip);
    expect(told).toMatchObject({ state: 'finished', projects: 2, papers: 2, sha256: sha256(bytes), output: zip });
    expect([...membersByPython(bytes).keys()].sort()).toEqual(
      ['审判业务装备', '审判综合楼运行保障']
        .map((name) => `336001336001/${name}_2022年1-6月绩效目标执行监控表.xlsx`)
        .sort(),
    );
    const book = at('法院.docx');
    const { code, stdout } = await run(
      ...['export', 'forms', ...ROUND, '--unit', '336001', '--per-unit', '--format', 'docx', '-o', book],
    );
    expect([code, stdout]).toEqual([0, `${book}: 1 documents of 2 projects, sha256 ${sha256(readFileSync(book))}\n`]);
  });

  it('export forms ends with 1 and a reason where there is nothing to write, and with 2 where it is asked wrongly', async () => {
    const refused = async (...args: string[]): Promise<CommandResult> =>
      run('export', 'forms', ...args, '-o', at('none'), '--json');
    expect(await refused('--year', '2022', '--month', '9')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('[round-not-found]'),
    });
    expect(await refused(...ROUND, '--unit', '999999')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[unit-unknown]'),
    });
    expect((await refused('--year', '2022')).code).toBe(1);
    expect((await refused(...ROUND, '--format', 'doc')).code).toBe(2);
    expect((await run('export', 'forms', ...ROUND)).code).toBe(2);
    expect(() => readFileSync(at('none'))).toThrow();
  });

  it('papers check ends with 0 for what the system gave out, and names what a changed one says', async () => {
    const zip = at('监控表.zip');
    const archive = await json<PaperCheck>('papers', 'check', zip);
    expect(archive).toMatchObject({ archive: { papers: 2 }, counts: { exact: 2 }, changedSince: 0 });
    const plain = await run('papers', 'check', zip);
    expect(plain.code).toBe(0);
    expect(plain.stdout).toContain(`sha256 ${sha256(readFileSync(zip))}\n  as a whole given out by cli at `);

    const book = at('法院.xlsx');
    await json('export', 'forms', ...ROUND, '--unit', '336001', '--per-unit', '-o', book);
    const workbook = await openWorkbook(readFileSync(book));
    const cells = workbook.worksheets.flatMap((sheet) => {
      const found: { value: unknown }[] = [];
      sheet.eachRow((row) =>
        row.eachCell((cell) => void (cell.master === cell && cell.value === 12 && found.push(cell))),
      );
      return found;
    });
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) cell.value = 30;
    writeFileSync(at('改.xlsx'), (await saveWorkbook(workbook)).bytes);
    const { code, stdout, stderr } = await run('papers', 'check', at('改.xlsx'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/it: changed [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}, given out by cli at /);
    expect(stdout).toMatch(/审判业务装备 .*: 12.* → 30/);
    expect(stderr).toContain('not what the system gave out');
  });

  it('papers check tells what the system says otherwise since, and ends with 1 for what is no paper', async () => {
    writeFileSync(
      at('later.json'),
      JSON.stringify({ projects: [{ name: '审判业务装备', expenditureFen: 13_000_000 }] }),
    );
    await json('report', at('later.json'), ...ROUND);
    const { code, stdout } = await run('papers', 'check', at('监控表.zip'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/since: 审判业务装备 .*: 12.* → 13/);
    const foreign = await run('papers', 'check', COURT);
    expect(foreign).toMatchObject({ code: 1, stdout: expect.stringContaining('it: unknown') });
    expect(await run('papers', 'check', at('nowhere.xlsx'))).toMatchObject({ code: 1, stdout: '' });
    expect((await run('papers', 'check')).code).toBe(2);
  });
});
