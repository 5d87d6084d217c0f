import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TreasuryResult } from '../../apps/api/src/features/treasury/http/treasury.dto.js';
import { jixiao, jixiaoDone, type CommandResult } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const JUSTICE = fileURLToPath(new URL('../fixtures/targets/ok/justice-bureau-2022.txt', import.meta.url));

interface Lights {
  readonly projects: readonly { readonly code: string | null; readonly spend: Readonly<Record<string, unknown>> }[];
}

describeBackends('actuals import --treasury', (backend) => {
  let fresh: FreshConfig;
  let folder: string;
  let code: string;
  beforeAll(async () => {
    fresh = await freshConfig(backend, { LC_ALL: 'en_US.UTF-8' });
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-treasury-'));
    await jixiaoDone(fresh.env, 'import', JUSTICE, '--year', '2022');
    await jixiaoDone(fresh.env, 'round', 'open', ...ROUND, '--opens', '2022-07-01', '--closes', '2099-12-31');
    code = (await lights()).projects.find((project) => project.code !== null)?.code ?? '';
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await fresh.cleanup();
  });

  const ROUND = ['--year', '2022', '--month', '6'];
  const lights = async (): Promise<Lights> => {
    await jixiaoDone(fresh.env, 'recompute', ...ROUND);
    return JSON.parse(await jixiaoDone(fresh.env, 'lights', ...ROUND, '--json')) as Lights;
  };
  const file = (...lines: string[]): string => {
    const target = path.join(folder, '国库.csv');
    writeFileSync(target, lines.join('\n'));
    return target;
  };
  const bring = (name: string, ...options: string[]): Promise<CommandResult> =>
    jixiao(fresh.env, 'actuals', 'import', name, '--treasury', '--year', '2022', ...options);

  it('tries a file, takes it in, and the lights go by it', async () => {
    const payments = file('项目编码,支付日期,支付金额（元）', `${code},2022-01-05,100`, `${code},2022-06-30,200`);
    const tried = await bring(payments, '--dry-run', '--json');
    expect([tried.code, (JSON.parse(tried.stdout) as TreasuryResult).deliveryId]).toEqual([0, null]);
    const taken = await bring(payments, '--json');
    expect(JSON.parse(taken.stdout)).toMatchObject({
      basis: 'monthly',
      coverage: { from: 1, to: 6 },
      counts: { rows: 2, new: 2, refused: 0 },
      figures: 6,
    });
    const spend = (await lights()).projects.find((project) => project.code === code)?.spend;
    expect(spend).toMatchObject({ expenditureFen: 30_000, expenditureSource: 'treasury' });
    expect((await bring(payments)).stdout).toContain('Saved: new 0, changed 0, unchanged 2');
  }, 120_000);

  it('ends with 1 and every row at fault where the file is refused, tried or not', async () => {
    const faulty = file('项目编码,月份,累计支出（元）', `${code},六,1`, '99020023P99999999999Y,6,1');
    for (const options of [['--dry-run'], []]) {
      const { code: exit, stderr } = await bring(faulty, ...options);
      expect(exit).toBe(1);
      expect(stderr).toContain('line 2');
      expect(stderr).toContain('line 3');
    }
    const unclear = await bring(file('项目编码,月份,支出数（元）', `${code},6,1`), '--json');
    expect([unclear.code, unclear.stdout]).toEqual([1, '']);
    expect(unclear.stderr).toContain('[basis-missing]');
  }, 120_000);
});
