import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { openAs, type Stage } from './stage.js';

/** Its December is locked, and nobody has opened it yet. */
const YEAR = 2024;
const LEGAL_AID = '法律援助案件补贴';
const ACHIEVED = '全年办理法律援助案件 662 件，超过年初计划。';
const RETURN_MESSAGE = '请补充案件质量评查情况。';
const REVIEW_REASON = '一批案件属上年受理，不计入本年';
const WAIT_MS = 20_000;
const WHOLE_WAY_MS = 180_000;

/** The year-end self-evaluation from a locked December to its seal. */
export function selfEvaluationJourneys(stage: Stage): void {
  describe('self-evaluation', () => {
    it('shows an administrator nothing of it', () =>
      stage.walk(async (page) => {
        await openAs(page, 'admin', '/self-evaluation');
        await page.getByText('您没有查看这个页面的权限', { exact: true }).waitFor();
      }));

    it('says what the page is for where no year is open, and offers nothing to those who cannot open one', () =>
      stage.walk(async (page) => {
        await page.route('**/api/evaluations/years', (route) => route.fulfill({ json: { items: [], openable: [] } }));
        await openAs(page, 'leader', '/self-evaluation');
        await page.getByText('还没有开始绩效自评').waitFor();
        expect(await page.getByRole('button', { name: '开启', exact: true }).count()).toBe(0);
        expect(await seriousViolations(page)).toEqual([]);
        await openAs(page, 'finance', '/self-evaluation');
        await page.getByText('目前没有12月已锁定而尚未开启的年度', { exact: false }).waitFor();
        await page.getByRole('button', { name: '开启', exact: true }).waitFor();
      }));

    it('opens no year whose December is not locked, and says what is to be done first', () =>
      stage.walk(async (page) => {
        await openAs(page, 'finance', '/self-evaluation');
        await page.getByRole('button', { name: '开启年度' }).click();
        await page.getByLabel('年度', { exact: true }).fill('2026');
        await page.getByRole('button', { name: '开启', exact: true }).click();
        await page.getByRole('alert').filter({ hasText: '12 月监控期尚未锁定' }).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await page.getByRole('link', { name: '去监控期' }).click();
        await page.getByRole('heading', { level: 1, name: '监控期' }).waitFor();
      }));

    it('R31–R39: opens a year out of its locked December, with every project scored, the worst first', () =>
      stage.walk(async (page) => {
        await openAs(page, 'finance', '/self-evaluation');
        await page.getByRole('button', { name: '开启年度' }).click();
        await page.getByLabel('年度', { exact: true }).fill(String(YEAR));
        await page.getByLabel('提交截止').fill('2099-02-28');
        await page.getByRole('button', { name: '开启', exact: true }).click();
        await page.waitForURL((address) => address.searchParams.get('year') === String(YEAR));
        await page.getByText('共 12 份').waitFor({ timeout: WAIT_MS });
        const worst = page
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader') })
          .first();
        expect(await worst.innerText()).toMatch(/道路交通安全设施维护费[\s\S]*优[\s\S]*95\.91[\s\S]*缺 1 项/);
        expect(await seriousViolations(page)).toEqual([]);
        await page.getByRole('button', { name: /^自评亮灯/ }).click();
        await page.getByText('共 1 份').waitFor();
        await page.getByRole('row').filter({ hasText: '得分与执行不符' }).waitFor();
        expect(new URL(page.url()).searchParams.get('alerts')).toBe('1');
        await page.getByRole('link', { name: '单位汇总' }).click();
        await page.getByRole('link', { name: '青禾县司法行政部门' }).click();
        await page
          .getByRole('region', { name: '社区矫正和安置帮教' })
          .getByText('2 条指标：', { exact: false })
          .waitFor();
        expect(await seriousViolations(page)).toEqual([]);
      }));

    it('reads the list again once the drafts are made, for it was read while they were being made', () =>
      stage.walk(async (page) => {
        let areMade = false;
        await page.route('**/api/evaluations/years', async (route) => {
          const response = await route.fetch();
          const { items, ...others } = (await response.json()) as {
            readonly items: readonly { readonly year: number }[];
          };
          const beingMade = { projects: 0, running: { jobId: randomUUID() } };
          const told = items.map((one) => (one.year === YEAR && !areMade ? { ...one, ...beingMade } : one));
          await route.fulfill({ response, json: { ...others, items: told } });
        });
        const none = { items: [], total: 0, page: 1, size: 50 };
        await page.route('**/api/evaluations?*', (route) =>
          areMade ? route.continue() : route.fulfill({ json: none }),
        );
        await openAs(page, 'finance', `/self-evaluation?year=${YEAR}`);
        await page.getByText('这一年还没有自评').waitFor();
        areMade = true;
        await page.getByText('共 12 份').waitFor();
      }));

    it('R30: tells while one types what the weights make, and keeps what two windows have typed', () =>
      stage.walkTogether(async (first, second) => {
        for (const page of [first, second]) await openEvaluation(page, 'legalaid', LEGAL_AID);
        const goal = first.getByLabel('实际完成情况', { exact: true });
        await goal.fill(ACHIEVED);
        await first.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        const explanation = second.getByRole('textbox', { name: '办理法律援助案件 偏差原因分析及改进措施' });
        await explanation.fill('宣传到位，申请增加。');
        await second.getByRole('alert').filter({ hasText: '两人改的不是同一处' }).waitFor({ timeout: WAIT_MS });
        await second.getByRole('button', { name: '合并，以我的为准' }).click();
        await second.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        expect(await second.getByLabel('实际完成情况', { exact: true }).inputValue()).toBe(ACHIEVED);
        await weightOf(second, '办理法律援助案件').fill('1');
        await second.getByText('指标分值合计 78.5，应为 90；预算执行率 10').waitFor();
        expect(await second.getByRole('button', { name: '提交', exact: true }).isDisabled()).toBe(true);
        await weightOf(second, '办理法律援助案件').fill('12.5');
        await second.getByText('内容齐全，可以提交。').waitFor();
        await second.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
      }));

    it(
      'R30–R38: goes by three people from the draft to its seal: handed in, returned, mended, reviewed with other points, accepted',
      () =>
        stage.walkAs(['legalaid', 'justicehead', 'finance'], async ({ legalaid, justicehead, finance }) => {
          await openListed(legalaid, LEGAL_AID);
          const address = new URL(legalaid.url()).pathname;
          await handIn(legalaid);

          await justicehead.goto(address);
          await justicehead.getByRole('button', { name: '退回', exact: true }).click();
          await justicehead.getByRole('button', { name: '确认退回' }).click();
          await justicehead.getByText('请写明原因。').waitFor();
          await justicehead.getByLabel('退回原因（填报人会看到）').fill(RETURN_MESSAGE);
          await justicehead.getByRole('button', { name: '确认退回' }).click();
          await justicehead.getByText('已退回 1 份自评。').waitFor();

          await legalaid.goto(address);
          await legalaid.getByText(RETURN_MESSAGE).first().waitFor();
          expect(await seriousViolations(legalaid)).toEqual([]);
          await legalaid
            .getByRole('textbox', { name: '案件质量评查合格率 偏差原因分析及改进措施' })
            .fill('全年评查 120 件，合格率 98%。');
          await handIn(legalaid);

          await justicehead.goto(address);
          await reviewed(justicehead, '办理法律援助案件', '9', REVIEW_REASON);
          await justicehead.getByText('复核改为 9.00，理由：', { exact: false }).first().waitFor();
          expect(await scoreOf(justicehead)).toBe('96.45');
          expect(await seriousViolations(justicehead)).toEqual([]);
          await justicehead.getByRole('button', { name: '部门复核通过' }).click();
          await justicehead.getByText('1 份自评部门复核通过。').waitFor();

          await finance.goto(address);
          await finance.getByRole('button', { name: '财政审定' }).click();
          await finance.getByText('1 份自评已审定并封存。').waitFor();
          await finance.getByText('当前内容与最近一次封存一致。').waitFor();
          const total = finance.getByRole('row', { name: /^总分/ });
          expect(await total.innerText()).toMatch(/99\.95[\s\S]*96\.45[\s\S]*96\.45/);
          expect(await seriousViolations(finance)).toEqual([]);

          await finance.goto(`/self-evaluation?year=${YEAR}`);
          await finance.getByRole('button', { name: '校验本年封存' }).click();
          await finance.getByText('已核对 1 个封存、1 份已审定自评，全部一致。').waitFor();
        }),
      WHOLE_WAY_MS,
    );

    it('shows what came of final accounts before they are saved, and only the difference where it was accepted', () =>
      stage.walk(async (page) => {
        await openAs(page, 'finance', `/self-evaluation?year=${YEAR}&tab=accounts`);
        const rows = [{ name: LEGAL_AID, expenditureFen: 70_000_000 / 100 }];
        const buffer = Buffer.from(JSON.stringify({ rows }));
        await page.getByLabel('文件').setInputFiles({ name: '决算.json', mimeType: 'application/json', buffer });
        await page.getByRole('button', { name: '预览' }).click();
        await page.getByText(/^新增 1、变更 0、未变 0；0 份自评将重新计分，1 份只显示差异/).waitFor();
        await page.getByRole('button', { name: '保存 1 条' }).click();
        await page.getByRole('rowheader', { name: LEGAL_AID }).first().waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await page.goto(`/self-evaluation?year=${YEAR}&q=${encodeURIComponent(LEGAL_AID)}`);
        await page.getByText('决算有变').waitFor();
      }));

    it('leads from a project to its self-evaluation and back', () =>
      stage.walk(async (page) => {
        await openEvaluation(page, 'leader', LEGAL_AID);
        await page.getByRole('link', { name: '项目页' }).click();
        await page.getByRole('link', { name: `${YEAR} 年绩效自评` }).click();
        await page.getByRole('heading', { level: 1, name: LEGAL_AID }).waitFor();
        expect(await page.getByRole('button', { name: '提交', exact: true }).count()).toBe(0);
      }));

    it('R35: publishes other evaluation rules, with what is wrong at the field', () =>
      stage.walk(async (page) => {
        await openAs(page, 'finance', '/rules/evaluation');
        await page.getByRole('button', { name: '修改', exact: true }).click();
        const output = page.getByRole('textbox', { name: '框架A 产出' });
        await output.fill('49');
        await page.getByText('还有 1 处要更正').waitFor();
        await output.fill('50');
        await page.getByRole('button', { name: '天津完成率下限法' }).click();
        expect(await page.getByLabel('低于（%）不得分').inputValue()).toBe('60');
        expect(await seriousViolations(page)).toEqual([]);
        await page.getByLabel('为什么修改（发布说明）').fill('试行完成率下限');
        await page.getByRole('button', { name: '发布', exact: true }).click();
        await page.getByRole('heading', { level: 2, name: '自评规则 第 2 版' }).waitFor();
      }));
  });
}

const weightOf = (page: Page, indicator: string): Locator =>
  page.getByRole('textbox', { name: `${indicator} 分值`, exact: true });

const scoreOf = (page: Page): Promise<string> => page.locator('header .score strong').innerText();

/** Opens the list of the year and a project in it. */
async function openListed(page: Page, project: string): Promise<void> {
  await page.goto(`/self-evaluation?year=${YEAR}`);
  await page.getByRole('link', { name: project, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: project }).waitFor();
}

async function openEvaluation(page: Page, username: string, project: string): Promise<void> {
  await openAs(page, username, '/self-evaluation');
  await openListed(page, project);
}

/** Hands in and, in a unit of one person, approves as well. */
async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('已提交 1 份自评。').waitFor({ timeout: WAIT_MS });
  await page.getByRole('button', { name: '单位审核通过' }).click();
  await page.getByText('1 份自评单位审核通过。').waitFor();
}

/** Gives other points for an indicator, with why. */
async function reviewed(page: Page, indicator: string, points: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: indicator }).click();
  await page.getByRole('textbox', { name: `${indicator} 复核得分` }).fill(points);
  await page.getByRole('textbox', { name: `${indicator} 理由` }).fill(reason);
}
