import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cellOf, openWorkbook, saveWorkbook, type OpenWorkbook } from '../support/report-workbook.js';
import { flatCsv } from '../support/flat-csv.js';
import { jixiao, jixiaoDone, type CommandResult } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig, type TestBackend } from '../support/services.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/targets/${name}`, import.meta.url));
const COURT = fixture('ok/court-2022.txt');
const JUSTICE = fixture('ok/justice-bureau-2022.txt');
const ROUND = ['--year', '2022', '--month', '6'];
interface Lights {
  readonly year: number;
  readonly month: number;
  readonly rulePack: string;
  readonly projects: readonly {
    readonly name: string;
    readonly light: string;
    readonly spend: Readonly<Record<string, unknown>>;
    readonly goals: { readonly light: string; readonly indicators: readonly object[] };
  }[];
}

interface Imported {
  readonly documents: readonly { readonly projects: readonly { readonly organisationName: string }[] }[];
}

describe('Commands without a database', () => {
  // A data folder that cannot exist: whoever opened a database would fail.
  const env = { DATA_DIR: '/dev/null/nowhere', LOG_LEVEL: 'info', LC_ALL: 'zh_CN.UTF-8' };

  it('parse prints one JSON document', async () => {
    const { code, stdout } = await jixiao(env, 'parse', COURT, JUSTICE, '--json');
    const { documents } = JSON.parse(stdout) as { documents: { file: string; projects: object[] }[] };
    expect(code).toBe(0);
    expect(documents.map(({ file, projects }) => [file, projects.length])).toEqual([
      ['court-2022.txt', 2],
      ['justice-bureau-2022.txt', 13],
    ]);
  });

  it('R16, R17b: parse-value reads one value per text, in order', async () => {
    const stdout = await jixiaoDone(env, 'parse-value', '≤2h', '17万元', '10月底前', '--year', '2023', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      values: [
        { rawValue: '≤2h', operator: 'lte', number: 2, unit: 'h', direction: 'atMost', directionInferred: false },
        { rawValue: '17万元', operator: 'eq', number: 17, unit: '万元', direction: 'atMost', directionInferred: true },
        { rawValue: '10月底前', operator: 'date' },
      ],
    });
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['lamps']],
    ['a missing option', ['lights', '--year', '2022']],
    ['an option out of range', ['lights', '--year', '2022', '--month', '13']],
    ['no file', ['parse']],
  ])('answers %s with exit code 2 and how to go on', async (_name, args) => {
    const { code, stdout, stderr } = await jixiao(env, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/help|Usage/);
  });

  it.each([
    ['a file that is not there', 'nowhere.txt', 'file-not-readable'],
    ['an empty file', fixture('not-ok/empty.txt'), 'empty-file'],
    ['a binary file', fixture('not-ok/binary.txt'), 'unreadable-file'],
  ])('answers %s with exit code 1 and the reason', async (_name, file, reason) => {
    const { code, stdout, stderr } = await jixiao(env, 'parse', COURT, file, '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`[${reason}]`);
    expect(stderr).toMatch(/[\u4e00-\u9fff]/);
  });

  it('explains itself', async () => {
    expect(await jixiaoDone(env, '--help')).toContain('recompute');
    expect(await jixiaoDone(env, 'report', '--help')).toContain('.xlsx');
  });
});

/** A command line of its own on an empty installation, for the suite that calls it. */
function commandLine(backend: Pick<TestBackend, 'database'>) {
  let fresh: FreshConfig;
  let folder: string;
  beforeAll(async () => {
    fresh = await freshConfig(backend, { LOG_LEVEL: 'info', LC_ALL: 'en_US.UTF-8' });
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-cli-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await fresh.cleanup();
  });
  return {
    run: (...args: string[]): Promise<CommandResult> => jixiao(fresh.env, ...args),
    json: async <T>(...args: string[]): Promise<T> => JSON.parse(await jixiaoDone(fresh.env, ...args, '--json')) as T,
    file: (name: string, content: unknown): string => {
      const target = path.join(folder, name);
      writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
      return target;
    },
  };
}

/** Each test starts the program several times, beside other suites. */
jest.setTimeout(120_000);

describeBackends('Commands', (backend) => {
  const { run, json, file } = commandLine(backend);

  it('import shows, then saves', async () => {
    const court = ['import', COURT, '--year', '2022', '--unit', '336001'];
    expect(await json(...court, '--dry-run')).toMatchObject({ saved: false, counts: { new: 2 } });
    expect(await json(...court)).toMatchObject({ saved: true, counts: { new: 2 } });
    expect(await json('import', JUSTICE, '--year', '2022')).toMatchObject({ counts: { new: 13, missing: 0 } });
  });

  it('import takes all files or none, and a table of many units to each of them', async () => {
    const flat = file('全部.csv', flatCsv(3, 6, 2));
    const { code, stdout, stderr } = await run('import', flat, fixture('not-ok/prose.txt'), '--year', '2030', '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[no-targets-found]');
    const shown = await json('import', flat, '--year', '2030', '--dry-run');
    expect(shown).toMatchObject({ saved: false, batchIds: [], counts: { new: 6, indicators: 12 } });
    expect(await json('imports', 'list', '--year', '2030')).toEqual({ items: [], total: 0 });
    const saved = await json<Imported>('import', flat, '--year', '2030');
    expect(new Set(saved.documents[0]?.projects.map(({ organisationName }) => organisationName)).size).toBe(3);
  });

  it('imports undo takes back what an import has done, once', async () => {
    const { items } = await json<{ items: { id: string; status: string }[] }>('imports', 'list', '--year', '2030');
    expect(items).toMatchObject([{ status: 'saved', units: 3, counts: { new: 6 } }]);
    const id = items[0]?.id ?? '';
    expect(await json('imports', 'undo', id)).toEqual({ batchId: id, removed: 6, restored: 0 });
    const { code, stderr } = await run('imports', 'undo', id);
    expect([code, stderr]).toEqual([1, expect.stringContaining('[import-not-undoable]')]);
  });

  it('report, recompute and lights do the round that nobody has opened', async () => {
    const projects = [
      { name: '审判业务装备', expenditureFen: 12_000_000 },
      { code: '99030322P00506210002J', expenditureFen: 60_000_000 },
    ];
    const input = file('quarter.json', { projects });
    expect(await json('report', input, ...ROUND)).toMatchObject({ projects: 2, results: 0 });
    expect(await json('recompute', ...ROUND)).toMatchObject({ status: 'succeeded', projects: 15 });
    const lights = await json<Lights>('lights', ...ROUND);
    expect([lights.year, lights.month, lights.rulePack, lights.projects.length]).toEqual([2022, 6, 'ratio@1', 15]);
    expect(lights.projects[0]).toMatchObject({
      code: '99030322P00506210002J',
      light: 'red',
      spend: { light: 'red', executionRate: 1200, plannedRate: 50, straightLineRate: 50, reason: 'overspent' },
    });
    expect(lights.projects[1]).toMatchObject({
      name: '审判业务装备',
      spend: {
        light: 'yellow',
        executionRate: 30,
        gapToPlan: -20,
        gapToStraightLine: -20,
        reason: 'spend-behind-plan',
      },
    });
  });

  it('verify finds every light as its inputs give it, also of a locked round', async () => {
    expect(await json('round', 'lock', '--as-they-stand', ...ROUND)).toMatchObject({ status: 'locked' });
    const locked = { year: 2022, month: 6, status: 'locked', projects: 15, deviations: [], reopened: [], findings: [] };
    expect(await json('verify')).toEqual({
      chain: { seals: 1, findings: [] },
      rounds: [{ ...locked, seals: [{ version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/), intact: true }] }],
      evaluations: [],
    });
  });
});

describe('Commands of the embedded default', () => {
  const { run, json, file } = commandLine({ database: 'sqlite' });

  it('import puts a document that names no unit at the root, and says so', async () => {
    const result = await json<{ documents: { warnings: { code: string }[] }[] }>('import', COURT, '--year', '2022');
    const codes = result.documents[0]?.warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['unit-assumed', 'unit-will-be-added']));
    const other = await json<Lights>('lights', ...(await opened()), '--unit', '000000');
    expect(other.projects.map(({ name }) => name)).toEqual(['审判业务装备', '审判综合楼运行保障']);
  });

  it('import --unit puts a document at the unit asked for, never at another that has the printed name', async () => {
    const printed = file('乙.txt', `200001示例院\n\n${readFileSync(COURT, 'utf8').replaceAll('审判', '执行')}`);
    const unitsOf = async (unit: string): Promise<unknown> => {
      const args = ['import', printed, '--year', '2022', '--unit', unit];
      const { documents } = await json<{ documents: { projects: { organisationName: string }[] }[] }>(...args);
      return documents[0]?.projects.map(({ organisationName }) => organisationName);
    };
    expect(await unitsOf('200001')).toEqual(['示例院', '示例院']);
    expect(await unitsOf('200009')).toEqual(['200009', '200009']);
  });

  /** Opens the round by taking a table in. */
  const opened = async (): Promise<string[]> => {
    const good = file('季报.csv', '项目名称,支出数（万元）\n审判业务装备,20\n');
    expect(await json('report', good, ...ROUND)).toMatchObject({ projects: 1 });
    return ROUND;
  };

  it('report refuses a table with every fault, and nothing of it is saved', async () => {
    const bad = file('坏.csv', '项目名称,支出数（万元）\n审判业务装备,-1\n审判综合楼运行保障,很多\n');
    const { code, stdout, stderr } = await run('report', bad, ...ROUND, '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[report-file-refused]');
    expect(stderr).toMatch(/line 2 cell 2: .*\[amount-negative\]\n.*line 3 cell 2: .*\[amount-unreadable\]/);
  });

  it('actuals template writes the workbook that actuals import takes, with errors written into it', async () => {
    const template = file('填报表.xlsx', '');
    expect(await json('actuals', 'template', ...ROUND, '-o', template)).toMatchObject({ file: template });
    const workbook = await openWorkbook(readFileSync(template));
    const amount = (from: OpenWorkbook, label = 'Cumulative expenditure (10,000 yuan)') =>
      cellOf(from, 'Expenditure', ['Project name', '审判业务装备'], label);
    expect(amount(workbook).value).toBe(20);
    const filled = file('填好.xlsx', '');
    const filledIn = async (value: number): Promise<void> => {
      amount(workbook).value = value;
      amount(workbook, 'Fiscal funds (10,000 yuan)').value = value;
      writeFileSync(filled, (await saveWorkbook(workbook)).bytes);
    };
    await filledIn(21);
    const args = ['actuals', 'import', filled, ...ROUND];
    expect(await json(...args, '--dry-run')).toMatchObject({ dryRun: true, changedProjects: 1, changeCount: 2 });
    expect(await json(...args)).toMatchObject({ dryRun: false, changedProjects: 1, changeCount: 2 });
    // The template is of an older version now, but says what is stored.
    expect(await json(...args)).toMatchObject({ changedProjects: 0 });
    await filledIn(-1);
    const refused = await run(...args, '--annotate', '--json');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/Expenditure!J\d+: .*\[amount-negative\]/);
    const marked = await openWorkbook(readFileSync(`${filled}.errors.xlsx`));
    expect(JSON.stringify(amount(marked).note)).toContain('must not be negative');
  }, 120_000);

  it('actuals import asks for the month of the round', async () => {
    const { code, stdout, stderr } = await run('actuals', 'import', 'a.xlsx', '--year', '2022');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--month');
  });

  it('round open says until when it is open, and from when where that is still to come', async () => {
    const open = (month: string, opens: string): Promise<CommandResult> =>
      run('round', 'open', '--year', '2022', '--month', month, '--opens', opens, '--closes', '2999-12-31');
    expect((await open('9', '2022-10-01')).stdout).toBe('2022-9: open until 2999-12-31\n');
    expect((await open('12', '2999-01-01')).stdout).toBe('2022-12: opens on 2999-01-01, until 2999-12-31\n');
  });

  it('recompute refuses a locked round', async () => {
    await json('round', 'lock', '--as-they-stand', ...ROUND);
    const { code, stdout, stderr } = await run('recompute', ...ROUND, '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[round-locked]');
  });

  it('user add makes an account with a password of its own', async () => {
    const add = ['user', 'add', 'wang', '--role', 'clerk', '--organisation', '000000'];
    expect(await json(...add)).toEqual({ username: 'wang', password: expect.any(String) });
    expect(await json('user', 'password', 'wang')).toMatchObject({ username: 'wang' });
  });
});
