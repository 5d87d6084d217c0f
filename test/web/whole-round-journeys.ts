import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { by, changeOf, narrowTo, recorded } from './audit-trail.js';
import { finishOtherUnits } from './other-units.js';
import {
  explain,
  explainHere,
  lightsOf,
  openReview,
  openRounds,
  savedOnSheet,
  stepAll,
  typeDown,
  type ShownLights,
} from './round-stages.js';
import { cellOnSheet, projectOnSheet, typeInto } from './sheet.js';
import type { Stage } from './stage.js';

const ROUND = { year: 2026, month: 10 } as const;
const PERIOD = '2026年1-10月';
const IN_ROUND = `year=${ROUND.year}&month=${ROUND.month}`;
const SERVICE = '预算绩效管理服务费';
const SYSTEM = '预算管理一体化系统运维费';
const FISCAL = '财政拨款（万元）';
const TRAINED = '绩效业务培训人次';
const MESSAGE = '累计支出与合同付款不符，请核对。';
const REASON = '培训人次重复计算';
const LAST_DAY = '2099-01-15';
const WHOLE_ROUND_MS = 240_000;

type Person = 'finance' | 'treasury' | 'bureau' | 'leader' | 'auditor';
const PEOPLE: readonly Person[] = ['finance', 'treasury', 'bureau', 'leader', 'auditor'];
type Pages = Readonly<Record<Person, Page>>;

/** What the leader sees of 预算绩效管理服务费: 64.50 万元, of which the plan wants 70 % spent by October. */
const BLANK: ShownLights = { light: '灰', expenditure: '—', executionRate: '—', spend: '灰', goals: '灰', state: '' };
/** 30.00 ÷ 64.50 = 46.51 %, two thirds of the plan: yellow (R9). */
const TOO_LITTLE: ShownLights = {
  light: '黄',
  expenditure: '30.00',
  executionRate: '46.51',
  spend: '黄',
  goals: '绿',
  state: '草稿',
};
/** 44.00 ÷ 64.50 = 68.22 %, close to the plan: green. */
const CORRECTED: ShownLights = {
  ...TOO_LITTLE,
  light: '绿',
  expenditure: '44.00',
  executionRate: '68.22',
  spend: '绿',
};
/** 150 of the 233 trained that October asks for are 64 %: yellow (R18), and so is the project (R22, R23). */
const RECOUNTED: ShownLights = { ...CORRECTED, light: '黄', goals: '黄' };
/** 66.00 ÷ 88.00 = 75 %, exactly the plan. */
const ON_PLAN: ShownLights = { ...CORRECTED, expenditure: '66.00', executionRate: '75.00' };

async function openRound({ finance, leader }: Pages): Promise<void> {
  await finance.getByRole('link', { name: '监控期', exact: true }).click();
  await finance.getByRole('spinbutton', { name: '年度' }).fill(String(ROUND.year));
  await finance.getByLabel('截至月份').selectOption(String(ROUND.month));
  await finance.getByLabel('开放日期').fill('2026-01-01');
  await finance.getByLabel('填报截止').fill('2099-12-31');
  await finance.getByRole('button', { name: '建立', exact: true }).click();
  await openRounds(finance, PERIOD);
  await leader.goto(`/overview?${IN_ROUND}&view=list`);
  expect(await lightsOf(leader, SERVICE, BLANK)).toEqual(BLANK);
}

/** Down the column of results of the whole unit, without a hand on the mouse; what is asked at the end of the year stays blank. */
async function fillIn({ treasury, leader }: Pages): Promise<void> {
  await treasury.goto(`/report?${IN_ROUND}`);
  await cellOnSheet(treasury, SYSTEM, FISCAL).click();
  await typeDown(treasury, ['66', '', '87', '41', '84', '99.6', '18', '2026-08-28', '']);
  await typeDown(treasury, ['30', '', '64', '15', '240', '97', '98', '达成']);
  await savedOnSheet(treasury, SYSTEM);
  await savedOnSheet(treasury, SERVICE);
  expect(await lightsOf(leader, SERVICE, TOO_LITTLE)).toEqual(TOO_LITTLE);
  expect(await lightsOf(leader, SYSTEM, ON_PLAN)).toEqual(ON_PLAN);
}

/** The yellow light asks for a reason (R24), to which F8 leads; then both are handed in. */
async function handIn({ treasury, leader }: Pages): Promise<void> {
  expect(await treasury.getByRole('button', { name: '提交已填全的 1 个项目' }).isVisible()).toBe(true);
  await treasury.keyboard.press('F8');
  await explainHere(treasury, '评审费按季结算');
  await treasury.getByRole('button', { name: '提交已填全的 2 个项目' }).click();
  await treasury.getByText('已提交 2 个项目。').waitFor();
  const expected = { ...TOO_LITTLE, state: '已提交' };
  expect(await lightsOf(leader, SERVICE, expected)).toEqual(expected);
}

async function returnOne({ bureau, leader }: Pages): Promise<void> {
  await openReview(bureau, ROUND.month);
  await bureau.getByRole('list', { name: '等待处理的填报' }).getByRole('button', { name: SERVICE }).click();
  const detail = bureau.getByRole('region', { name: SERVICE, exact: true });
  await detail.getByRole('button', { name: '退回' }).click();
  await bureau.getByLabel('退回原因（填报人会看到）').fill(MESSAGE);
  await bureau.getByRole('button', { name: '确认退回' }).click();
  await bureau.getByText('已退回 1 份。').waitFor();
  const expected = { ...TOO_LITTLE, state: '已退回' };
  expect(await lightsOf(leader, SERVICE, expected)).toEqual(expected);
}

async function correct({ treasury, leader }: Pages): Promise<void> {
  await projectOnSheet(treasury, SERVICE)
    .getByText(new RegExp(`吴倩.*退回：${MESSAGE}`))
    .waitFor();
  await typeInto(treasury, cellOnSheet(treasury, SERVICE, FISCAL), '44');
  const corrected = { ...CORRECTED, state: '已退回' };
  expect(await lightsOf(leader, SERVICE, corrected)).toEqual(corrected);
  await treasury.getByRole('button', { name: `提交 ${SERVICE}` }).click();
  await treasury.getByRole('button', { name: `撤回 ${SERVICE}` }).waitFor();
}

async function approveAndAccept({ bureau, finance, leader }: Pages, count: number, lights: ShownLights): Promise<void> {
  await stepAll(bureau, count, `审核通过 ${count} 份`, `已审核通过 ${count} 份。`);
  const approved = { ...lights, state: '单位已审' };
  expect(await lightsOf(leader, SERVICE, approved)).toEqual(approved);
  await openReview(finance, ROUND.month);
  await stepAll(finance, count, `接收 ${count} 份`, `已接收 ${count} 份。`);
  const accepted = { ...lights, state: '财政已收' };
  expect(await lightsOf(leader, SERVICE, accepted)).toEqual(accepted);
}

async function lock({ finance, leader, treasury }: Pages): Promise<void> {
  const row = await openRounds(finance, PERIOD);
  await row.getByRole('button', { name: '锁定' }).click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByText(/^\d+ 份填报已全部接收。$/).waitFor();
  await dialog.getByRole('button', { name: '锁定', exact: true }).click();
  await row.getByText('已锁定').waitFor();
  const locked = { ...CORRECTED, state: '已锁定' };
  expect(await lightsOf(leader, SERVICE, locked)).toEqual(locked);
  await treasury.reload();
  await treasury.getByText('本监控期已锁定，填报内容只能查看。', { exact: false }).waitFor();
}

/** Finance has the seals compared with what is stored, until each has its result. @returns the results */
async function verifySeals(finance: Page, seals: number): Promise<readonly string[]> {
  await finance.getByRole('button', { name: '校验', exact: true }).click();
  const results = finance.getByRole('table', { name: '封存' }).locator('tbody td:last-child');
  await results
    .filter({ hasText: '完好' })
    .nth(seals - 1)
    .waitFor();
  await finance.getByText(/^已核对 \d+ 个项目，与封存完全一致。$/).waitFor();
  return results.allInnerTexts();
}

async function reopen({ finance, leader }: Pages): Promise<void> {
  await (await openRounds(finance, PERIOD)).getByRole('button', { name: '封存与更正' }).click();
  expect(await verifySeals(finance, 1)).toEqual(['完好']);
  await finance.getByRole('button', { name: '重新开放…' }).click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByLabel('查找项目（名称、编码或单位）').fill(SERVICE);
  await dialog.getByRole('button', { name: SERVICE }).click();
  await dialog.getByLabel('开放范围').selectOption({ label: `仅指标：${TRAINED}` });
  await dialog.getByLabel('原因').fill(REASON);
  await dialog.getByLabel('最后一天', { exact: false }).fill(LAST_DAY);
  await dialog.getByRole('button', { name: '重新开放', exact: true }).click();
  await finance.getByText('还有 1 个项目未经财政接收', { exact: false }).waitFor();
  const expected = { ...CORRECTED, state: '已退回' };
  expect(await lightsOf(leader, SERVICE, expected)).toEqual(expected);
}

async function correctReopened({ treasury, leader }: Pages): Promise<void> {
  await treasury.reload();
  const lines = projectOnSheet(treasury, SERVICE);
  const notice = `只重新开放了指标“${TRAINED}”：${REASON}。请在 2099年1月15日 前改好并提交。`;
  await lines.getByText(notice, { exact: false }).waitFor();
  const row = lines.getByRole('row').filter({ has: treasury.getByRole('rowheader', { name: TRAINED, exact: true }) });
  const open = 'td[aria-readonly=false]';
  expect(await treasury.locator(open).count()).toBe(await row.locator(open).count());
  await typeInto(treasury, cellOnSheet(treasury, SERVICE, TRAINED), '150');
  await explain(treasury, SERVICE, TRAINED, REASON);
  const expected = { ...RECOUNTED, state: '已退回' };
  expect(await lightsOf(leader, SERVICE, expected)).toEqual(expected);
  await treasury.getByRole('button', { name: `提交 ${SERVICE}` }).click();
  await treasury.getByRole('button', { name: `撤回 ${SERVICE}` }).waitFor();
  expect(await treasury.locator(open).count()).toBe(0);
}

async function lockAgain({ finance, leader }: Pages): Promise<void> {
  await (await openRounds(finance, PERIOD)).getByRole('button', { name: '封存与更正' }).click();
  await finance.getByRole('button', { name: '再次锁定' }).click();
  await finance.getByRole('rowheader', { name: '第 2 版' }).waitFor();
  expect(await verifySeals(finance, 2)).toEqual(['完好', '完好']);
  const expected = { ...RECOUNTED, state: '已锁定' };
  expect(await lightsOf(leader, SERVICE, expected)).toEqual(expected);
  const untouched = { ...ON_PLAN, state: '已锁定' };
  expect(await lightsOf(leader, SYSTEM, untouched)).toEqual(untouched);
}

async function readTrail({ auditor }: Pages): Promise<void> {
  await narrowTo(auditor, '接收填报', '填报');
  expect(await recorded(auditor)).toEqual([
    ...by('treasury', '保存填报', '提交填报'),
    ...by('bureau', '退回填报'),
    ...by('treasury', '保存填报', '提交填报'),
    ...by('bureau', '审核通过填报'),
    ...by('finance', '接收填报', '重新开放填报'),
    ...by('treasury', '保存填报', '提交填报'),
    ...by('bureau', '审核通过填报'),
    ...by('finance', '接收填报'),
  ]);
  expect(await changeOf(auditor, '退回填报', '状态').innerText()).toMatch(/已提交\s*→\s*已退回/);
  expect(await changeOf(auditor, '退回填报', '说明').innerText()).toContain(MESSAGE);
  const spending = await changeOf(auditor, '保存填报', '累计支出').allInnerTexts();
  expect(spending[0]).toMatch(/30\.00 万元\s*→\s*44\.00 万元/);
  const results = await changeOf(auditor, '保存填报', '完成值').allInnerTexts();
  expect(results[0]).toMatch(new RegExp(`${TRAINED}，完成值：240\\s*→\\s*指标：${TRAINED}，完成值：150`));
  expect(await changeOf(auditor, '重新开放填报', '指标').innerText()).toContain(TRAINED);
  expect(await changeOf(auditor, '重新开放填报', '理由').innerText()).toContain(REASON);

  await narrowTo(auditor, '再次锁定监控期', '监控期');
  const [opened, lockedAndVerified] = [
    ['建立监控期', '提前结束填报'],
    ['锁定监控期', '校验封存'],
  ];
  expect(await recorded(auditor)).toEqual(by('finance', ...opened, ...lockedAndVerified, '再次锁定监控期', '校验封存'));
  await auditor.getByRole('button', { name: '核验完整性' }).click();
  await auditor.getByText(/^完好：\d+ 条记录逐条相连/).waitFor();
}

/** A round from its opening to its second lock. It becomes the newest one: keep it behind those that expect another. */
export function wholeRoundJourneys(stage: Stage): void {
  describe('a whole round', () => {
    it(
      'R27: is opened, filled in, returned, corrected, approved, accepted, locked, reopened in one place and locked again',
      () =>
        stage.walkAs(PEOPLE, async (pages) => {
          await openRound(pages);
          await stage.walk((page) => finishOtherUnits(page, ROUND));
          await fillIn(pages);
          await handIn(pages);
          await returnOne(pages);
          await correct(pages);
          await approveAndAccept(pages, 2, CORRECTED);
          await lock(pages);
          await reopen(pages);
          await correctReopened(pages);
          await approveAndAccept(pages, 1, RECOUNTED);
          await lockAgain(pages);
          await readTrail(pages);
          const seals = await stage.jixiao('verify', '--year', String(ROUND.year), '--month', String(ROUND.month));
          expect(seals).toMatchObject({ code: 0, stdout: expect.stringMatching(/seal 2 \w+: intact/) });
          const trail = await stage.jixiao('audit', 'verify');
          expect(trail).toMatchObject({ code: 0, stdout: expect.stringMatching(/\d+ entries, intact/) });
        }),
      WHOLE_ROUND_MS,
    );
  });
}
