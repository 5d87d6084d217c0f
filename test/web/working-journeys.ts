import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { projectRow, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;

/** Opens the form of a project of the clerk's unit in the round that is open. */
async function openReport(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '填报', exact: true }).click();
  await page
    .getByRole('navigation', { name: '要填报的项目' })
    .getByRole('link', { name: new RegExp(name) })
    .click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Journeys of those who put data in: clerks and finance. */
export function workingJourneys(stage: Stage): void {
  describe('reporting a quarter', () => {
    it('saves as one types, and the light changes on an open page without reloading it', () =>
      stage.walkTogether(async (leader, clerk) => {
        await signIn(leader, 'leader');
        await leader.getByRole('searchbox', { name: '按名称或编码查找' }).fill('社区矫正');
        const row = projectRow(leader, '社区矫正工作经费');
        const spending = row.getByRole('cell').nth(-2); // the last two are the lights of spending and of goals
        await spending.getByText('黄').waitFor();
        await leader.evaluate(() => Object.assign(globalThis, { stillThisPage: true }));

        await signIn(clerk, 'justice');
        await openReport(clerk, '社区矫正工作经费');
        await clerk.getByLabel('财政拨款（万元）').fill('66.50');
        await clerk.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });

        await spending.getByText('绿').waitFor({ timeout: WAIT_MS });
        expect(await row.innerText()).toContain('66.50');
        expect(await leader.evaluate(() => 'stillThisPage' in globalThis)).toBe(true);
      }));

    it('refuses a negative amount at its field and keeps what was typed', () =>
      stage.walk(async (page) => {
        await signIn(page, 'traffic');
        await openReport(page, '道路交通安全设施维护费');
        const amount = page.getByLabel('财政拨款（万元）');
        await amount.fill('-5');
        await page.getByText('金额不能为负数。').waitFor();
        expect(await amount.inputValue()).toBe('-5');
        expect(await amount.getAttribute('aria-invalid')).toBe('true');
      }));

    it('hands a complete report in, after which it is read only, and takes it back', () =>
      stage.walk(async (page) => {
        await signIn(page, 'traffic');
        await openReport(page, '电子警察设备更新改造');
        await page.getByRole('button', { name: '提交', exact: true }).click();
        await page.getByText('已提交，内容只能查看').waitFor();
        expect(await page.getByLabel('财政拨款（万元）').isDisabled()).toBe(true);
        await page.getByRole('button', { name: '撤回' }).click();
        await page.getByRole('button', { name: '提交', exact: true }).waitFor();
        expect(await page.getByLabel('财政拨款（万元）').isEnabled()).toBe(true);
      }));

    it('shows a locked round but changes nothing in it', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.goto('/report?year=2025&month=6');
        await page.getByText('本监控期已锁定，填报内容只能查看。', { exact: false }).waitFor();
        expect(await page.getByLabel('财政拨款（万元）').isDisabled()).toBe(true);
        expect(await page.getByRole('button', { name: '提交', exact: true }).count()).toBe(0);
      }));
  });

  describe('finance', () => {
    it('adjusts a budget, and the project is judged anew', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.getByRole('searchbox', { name: '按名称或编码查找' }).fill('法律援助案件补贴');
        await projectRow(page, '法律援助案件补贴').getByRole('link', { name: '法律援助案件补贴' }).click();
        await page.getByRole('heading', { level: 1, name: '法律援助案件补贴' }).waitFor();
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
        await page.getByRole('link', { name: '后台任务', exact: true }).click();
        await page
          .getByRole('row', { name: /重新计算监控期.*完成/ })
          .first()
          .waitFor({ timeout: WAIT_MS });
      }));
  });
}
