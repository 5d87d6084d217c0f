import { describe, it } from '@jest/globals';
import { choosePage, openProject, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;

/** Journeys of finance. */
export function workingJourneys(stage: Stage): void {
  describe('finance', () => {
    it('adjusts a budget, and the project is judged anew', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openProject(page, '法律援助案件补贴');
        await page.getByRole('button', { name: '调整预算' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('金额（万元）').fill('12');
        await dialog.getByLabel('生效日期').fill('2026-09-15');
        await dialog.getByLabel('调整原因').fill('案件增加，追加补贴');
        await dialog.getByRole('button', { name: '保存' }).click();
        await page.getByText('80.00').first().waitFor({ timeout: WAIT_MS });
        const badge = page.locator('header.head').getByText('绿');
        await badge.waitFor({ timeout: WAIT_MS });
      }));

    it('recomputes a round and sees the job end in the tray', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.getByRole('link', { name: '监控期', exact: true }).click();
        await page.getByRole('button', { name: '重新计算' }).first().click();
        await page.getByText('已开始重新计算', { exact: false }).waitFor();
        await choosePage(page, '后台任务');
        await page
          .getByRole('row', { name: /重新计算监控期.*完成/ })
          .first()
          .waitFor({ timeout: WAIT_MS });
      }));
  });
}
