import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RATIO_RULE_PACK } from '@jixiao/domain';
import { jixiao, jixiaoDone, type CommandResult } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const JUSTICE = fileURLToPath(new URL('../fixtures/targets/ok/justice-bureau-2022.txt', import.meta.url));
const ROUND = ['--year', '2022', '--month', '6'];

describeBackends('rules', (backend) => {
  let fresh: FreshConfig;
  let folder: string;
  beforeAll(async () => {
    fresh = await freshConfig(backend, { LC_ALL: 'en_US.UTF-8' });
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-rules-'));
    await jixiaoDone(fresh.env, 'import', JUSTICE, '--year', '2022');
    const report = file('report.json', { projects: [{ name: '法治宣传', expenditureFen: 500_000 }] });
    await jixiaoDone(fresh.env, 'round', 'open', ...ROUND, '--opens', '2022-07-01', '--closes', '2099-12-31');
    await jixiaoDone(fresh.env, 'report', report, ...ROUND);
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await fresh.cleanup();
  });

  const file = (name: string, content: unknown): string => {
    const target = path.join(folder, name);
    writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
    return target;
  };
  const rules = (...args: string[]): Promise<CommandResult> => jixiao(fresh.env, 'rules', ...args);
  const stricter = { ...RATIO_RULE_PACK, spend: { ...RATIO_RULE_PACK.spend, redBelow: 70 } };

  it('are tried on a round, which changes nothing', async () => {
    const pack = file('stricter.json', stricter);
    const tried = await rules('simulate', pack, ...ROUND, '--json');
    expect(JSON.parse(tried.stdout)).toMatchObject({
      summary: { projects: 13 },
      changes: [{ name: '法治宣传', project: { from: 'yellow', to: 'red' } }],
    });
    expect((await rules('simulate', pack, ...ROUND)).stdout).toContain('1 of 13 projects change colour');
    expect((await rules('list')).stdout).not.toContain('ratio@2');
  }, 120_000);

  it('are published, used for a year or a round, and listed', async () => {
    expect((await rules('publish', file('stricter.json', stricter), '--note', 'as decided')).stdout).toBe(
      'Published: ratio@2\n',
    );
    expect((await rules('use', 'ratio@2', '--year', '2023')).stdout).toBe('2023: ratio@2\n');
    expect((await rules('use', 'ratio@2', ...ROUND, '--note', 'as decided')).stdout).toBe('2022-6: ratio@2\n');
    const lights = await jixiaoDone(fresh.env, 'lights', ...ROUND, '--json');
    expect(JSON.parse(lights)).toMatchObject({ rulePack: 'ratio@2' });
    expect((await rules('list')).stdout).toMatch(/^ratio@2 .* {2}2023, 2022-6\nratio@1 .* {2}2022\n/);
  }, 120_000);

  it('are refused by a sentence where a file or a wish makes no sense', async () => {
    const overlapping = file('overlapping.json', { ...stricter, spend: { ...stricter.spend, redBelow: 90 } });
    const refused = await rules('publish', overlapping, '--note', 'x');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('[rule-pack-bands-overlap]')]);
    const text = await rules('simulate', file('text.json', 'no rules'), ...ROUND);
    expect([text.code, text.stderr]).toEqual([1, expect.stringContaining('[rules-file-unreadable]')]);
    const silent = await rules('use', 'ratio@1', ...ROUND);
    expect([silent.code, silent.stderr]).toEqual([1, expect.stringContaining('[rules-note-missing]')]);
  }, 120_000);
});
