import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cellOnSheet, openSheet, projectOnSheet, typeInto } from './sheet.js';
import { openList, projectRow, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
const PROJECT = '办案业务经费';
const MESSAGE = '请核对案件数，并补充说明。';

/** Opens the review page from the navigation, whose link also says how many reports wait. */
async function openReview(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^审核/ }).click();
  await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
}

const queue = (page: Page) => page.getByRole('list', { name: '等待处理的填报' });
const detail = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Opens a waiting report from the queue. */
async function openWaiting(page: Page, name: string): Promise<void> {
  await queue(page)
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await detail(page, name).getByRole('table', { name: '本期与上期的数据' }).waitFor();
}

/** Journeys of a report from hand to hand: clerk, reviewer, finance. */
export function reviewJourneys(stage: Stage): void {
  describe('reviewing', () => {
    it('finance returns a report, its clerk sees why, corrects it, and it is approved and accepted', () =>
      stage.walkTogether(async (finance, clerk) => {
        await signIn(finance, 'finance');
        await openReview(finance);
        await openWaiting(finance, PROJECT);
        await detail(finance, PROJECT).getByRole('button', { name: '退回' }).click();
        const why = finance.getByLabel('退回原因（填报人会看到）');
        expect(await why.evaluate((field) => field === document.activeElement)).toBe(true);
        await finance.getByRole('button', { name: '确认退回' }).click();
        await finance.getByText('请写明要改什么。').waitFor();
        await why.fill(MESSAGE);
        await finance.getByRole('button', { name: '确认退回' }).click();
        await finance.getByText('已退回 1 份。').waitFor();

        await signIn(clerk, 'court');
        await openSheet(clerk);
        const lines = projectOnSheet(clerk, PROJECT);
        await lines.getByText(MESSAGE).waitFor();
        await typeInto(clerk, cellOnSheet(clerk, PROJECT, '全年预计执行（万元）'), '321.00');
        await lines.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        await clerk.getByRole('button', { name: `提交 ${PROJECT}` }).click();
        await clerk.getByRole('button', { name: `撤回 ${PROJECT}` }).waitFor();

        await clerk.context().clearCookies();
        await signIn(clerk, 'reviewer');
        await openReview(clerk);
        await openWaiting(clerk, PROJECT);
        const report = detail(clerk, PROJECT);
        await report.getByText('与 周明 · 财政局绩效股', { exact: false }).waitFor();
        await report.getByRole('table', { name: '改了什么' }).getByText('321.00 万元').waitFor();
        await report.getByRole('button', { name: '审核通过' }).click();
        await clerk.getByText('已审核通过 1 份。').waitFor();

        await openWaiting(finance, PROJECT);
        await detail(finance, PROJECT).getByRole('button', { name: '接收' }).click();
        await finance.getByText('已接收 1 份。').waitFor();
      }));

    it('goes by keyboard: arrows walk, x chooses, and many are approved at once', () =>
      stage.walk(async (page) => {
        await signIn(page, 'department');
        await openReview(page);
        const items = queue(page).getByRole('listitem');
        await items.nth(1).waitFor();
        const waiting = await items.count();
        await items.first().getByRole('button').focus();
        await page.keyboard.press('x');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('x');
        await page.getByText('已选 2 份').waitFor();
        await page.getByRole('button', { name: '审核通过 2 份' }).click();
        await page.getByText('已审核通过 2 份。').waitFor();
        await page.getByText(`共 ${waiting - 2} 份等待处理`).waitFor();
      }));

    it('marks what its own author approved, as finance allows of a unit with one person', () =>
      stage.walk(async (page) => {
        await signIn(page, 'legalaid');
        await openSheet(page);
        const lines = projectOnSheet(page, '法律援助案件补贴');
        await lines.getByText('自审').waitFor();
        await lines.getByTitle('单位已审核，内容只能查看', { exact: false }).waitFor();
      }));
  });

  describe('comments of leaders', () => {
    it('are written on the project page and marked in the list', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.getByRole('link', { name: PROJECT, exact: true }).first().click();
        await page.getByLabel('写批示').fill('请抓紧执行。');
        await page.getByRole('button', { name: '发出批示' }).click();
        await page.getByText('请抓紧执行。', { exact: true }).waitFor();
        await page.getByRole('link', { name: '总览', exact: true }).click();
        await openList(page);
        await projectRow(page, PROJECT).getByText('批示 1').waitFor();
      }));

    it('stand below the line of the indicator that they are about', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.getByRole('link', { name: PROJECT, exact: true }).first().click();
        const comments = page.getByRole('button', { name: /^对“.+”的批示$/ }).first();
        await comments.click();
        await page.getByLabel(/^写批示给指标“.+”$/).fill('请核实这个数。');
        const sent = page.getByRole('row').filter({ hasText: '写批示给指标' });
        await sent.getByRole('button', { name: '发出批示' }).click();
        await sent.getByText('请核实这个数。', { exact: true }).waitFor();
        expect(await comments.innerText()).toBe('批示 1');
        await page.getByText(/指标“.+”，针对/).waitFor();
      }));
  });
}
