import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
const PROJECT = '法治宣传教育经费';

/** A file of treasury figures for projects by their place in the page's list of differences, amounts in 万元. */
const csv = (rows: readonly string[]) => ({
  name: '国库支付.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['项目编码,月份,累计支出（万元）', ...rows].join('\n')),
});

const differences = (page: Page) => page.getByRole('table', { name: /与单位填报的差异/ });
const preview = async (page: Page, rows: readonly string[]): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles(csv(rows));
  await page.getByRole('button', { name: '预览' }).click();
};

/** Journeys along what the treasury delivers. */
export function treasuryJourneys(stage: Stage): void {
  describe('treasury figures', () => {
    it('are beside what a clerk reports, who has to explain a difference before submitting', () =>
      stage.walk(async (page) => {
        await signIn(page, 'justice');
        await page.getByRole('link', { name: '填报', exact: true }).click();
        const projects = page.getByRole('navigation', { name: '要填报的项目' });
        await projects.getByRole('link', { name: new RegExp(PROJECT) }).click();
        await page.getByRole('heading', { level: 1, name: PROJECT }).waitFor();
        await page.getByText('缺 1 项').first().waitFor();
        await page.getByRole('button', { name: '看缺什么' }).click();
        const note = page.getByLabel('差异说明');
        expect(await note.evaluate((field) => field === document.activeElement)).toBe(true);
        await note.fill('一笔宣传品尾款在途');
        await page.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        await page.getByRole('button', { name: '提交', exact: true }).click();
        await page.getByText('已提交，内容只能查看').waitFor();
        await page.getByRole('link', { name: '国库数据', exact: true }).click();
        await differences(page).getByText('一笔宣传品尾款在途').waitFor();
        expect(await page.getByRole('button', { name: '预览' }).count()).toBe(0);
      }));

    it('are shown before they are saved, and saved only where every row is right', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.getByRole('link', { name: '国库数据', exact: true }).click();
        const row = differences(page).getByRole('row').filter({ hasText: '道路交通安全设施维护费' });
        const code = /\d{8}P\w{12}/.exec(await row.innerText())?.[0] ?? '';
        await preview(page, [`${code},9,120`, '99020023P99999999999Y,9,1']);
        await page.getByText('有 1 行有误', { exact: false }).waitFor();
        expect(await page.getByRole('button', { name: /^保存/ }).count()).toBe(0);
        await preview(page, [`${code},9,120`]);
        await page.getByRole('button', { name: '保存 1 条' }).click();
        await page.getByText('已保存：', { exact: false }).waitFor({ timeout: WAIT_MS });
        await row.getByText('120.00').waitFor({ timeout: WAIT_MS });
        await page.getByText('国库支付.csv', { exact: false }).first().waitFor();
      }));
  });
}
