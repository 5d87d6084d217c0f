import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editor, openSheet, projectOnSheet } from './sheet.js';
import { choosePage, signIn, type Stage } from './stage.js';

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
        await openSheet(page);
        const project = projectOnSheet(page, PROJECT);
        await project.getByText('缺 1 项').waitFor();
        await page.getByRole('button', { name: '下一处缺项' }).click();
        expect(await editor(page).getAttribute('aria-label')).toBe('国库数与差异说明（万元），原因说明');
        await page.keyboard.type('一笔宣传品尾款在途');
        await page.keyboard.press('Enter');
        await project.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        await page.getByRole('button', { name: `提交 ${PROJECT}` }).click();
        await page.getByRole('button', { name: `撤回 ${PROJECT}` }).waitFor();
        await choosePage(page, '国库数据');
        await differences(page).getByText('一笔宣传品尾款在途').waitFor();
        expect(await page.getByRole('button', { name: '预览' }).count()).toBe(0);
      }));

    it('are shown before they are saved, and saved only where every row is right', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await choosePage(page, '国库数据');
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
