import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { signIn, type Stage } from './stage.js';

const DEPARTMENT = '青禾县公安部门';
const UNIT = '青禾县公安局交通警察大队';
const UNTIL = '2099-01-15';
const REASON = '财务系统升级';
const WAIT_MS = 15_000;

const bell = (page: Page) => page.getByRole('button', { name: /^通知，/ });

async function openExceptions(page: Page): Promise<void> {
  await page.getByRole('link', { name: '监控期', exact: true }).click();
  const round = page.getByRole('row', { name: /2026年1-9月/ });
  await round.getByRole('button', { name: '延期' }).click();
  await page.getByRole('dialog').getByText('统一截止日为', { exact: false }).waitFor();
}

/** Journeys along deadlines: who has more time, who owes what, and how people hear of it. */
export function windowJourneys(stage: Stage): void {
  describe('deadlines', () => {
    it('are later for a department that finance gave more time, and its clerk sees that and why', () =>
      stage.walkTogether(async (finance, clerk) => {
        await signIn(finance, 'finance');
        await openExceptions(finance);
        const dialog = finance.getByRole('dialog');
        await dialog.getByRole('combobox', { name: '单位' }).click();
        await finance.getByRole('option', { name: DEPARTMENT }).click();
        await dialog.getByLabel('延期至').fill(UNTIL);
        await dialog.getByLabel('原因').fill(REASON);
        await dialog.getByRole('button', { name: '延期', exact: true }).click();
        await dialog.getByRole('row', { name: new RegExp(`${DEPARTMENT}.*2099年1月15日.*${REASON}`) }).waitFor();
        expect(await seriousViolations(finance)).toEqual([]);

        await signIn(clerk, 'traffic');
        await clerk.goto('/report?year=2026&month=9');
        await clerk.getByText('填报截止 2099年1月15日', { exact: false }).waitFor();
        await clerk.getByText(`经财政同意延期至 2099年1月15日：${REASON}`).waitFor();
        await clerk.goto('/owing?year=2026&month=9');
        await clerk.getByRole('row', { name: new RegExp(`${UNIT}.*已延期`) }).waitFor();
        expect(await clerk.getByRole('button', { name: /催报/ }).count()).toBe(0);

        await dialog.getByRole('button', { name: `取消${DEPARTMENT}的延期` }).click();
        await dialog.getByText('没有延期的单位', { exact: false }).waitFor();
        await clerk.goto('/report?year=2026&month=9');
        await clerk.getByText('填报截止 2026年10月20日', { exact: false }).waitFor();
      }));

    it('are recalled to a unit once a day, and the bell of its clerk rings at once', () =>
      stage.walkTogether(async (finance, clerk) => {
        await signIn(clerk, 'traffic');
        await bell(clerk).waitFor();
        await signIn(finance, 'finance');
        await finance.goto('/owing?year=2026&month=9');
        await finance.getByRole('checkbox', { name: `选择${UNIT}` }).check();
        await finance.getByRole('button', { name: '催报 1 个单位' }).click();
        await finance.getByText('已催报 1 个单位。').waitFor();
        await finance.getByRole('row', { name: new RegExp(`${UNIT}.*今天已催报`) }).waitFor();
        expect(await finance.getByRole('checkbox', { name: `选择${UNIT}` }).count()).toBe(0);

        await clerk.getByRole('button', { name: /^通知，[1-9]\d* 条未读/ }).waitFor({ timeout: WAIT_MS });
        await bell(clerk).click();
        const panel = clerk.getByRole('region', { name: '通知' });
        expect(await seriousViolations(clerk)).toEqual([]);
        await panel.getByRole('link', { name: new RegExp(`催报：${UNIT}还有`) }).click();
        await clerk.waitForURL(/\/report(\/[^/?]+)?\?.*year=2026/);
        await clerk.getByRole('link', { name: '总览', exact: true }).click();
        await clerk.goto('/notifications');
        const read = clerk.getByRole('main').getByRole('listitem').filter({ hasText: '催报' });
        await read.first().waitFor();
        expect(await read.getByText('未读：').count()).toBe(0);
      }));
  });
}
