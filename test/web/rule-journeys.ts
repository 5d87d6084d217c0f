import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { choosePage, signIn, type Stage } from './stage.js';

const JOURNEY_MS = 120_000;
/** Of the locked round of September 2025 these have spent less than 95 % of what was planned, and more than 80 %. */
const CHANGED = [
  '办案业务经费',
  '道路交通安全设施维护费',
  '预算管理一体化系统运维费',
  '预算绩效管理服务费',
  '公共法律服务热线经费',
];
const NOTE = '县政府要求从严';

const spending = (page: Page) => page.getByRole('group', { name: '资金', exact: true });
const yellowLimit = (page: Page) => spending(page).getByLabel('黄灯低于（%）');

async function tryOnLockedRound(page: Page): Promise<void> {
  const trial = page.getByRole('region', { name: '试算：换成这套规则会怎样' });
  await trial.getByRole('combobox').first().selectOption('2025');
  await trial.getByRole('combobox').last().selectOption('9');
  await trial.getByRole('button', { name: '试算', exact: true }).click();
  await page.getByText('按“从严的比率法”，2025年9月有 5 个项目变黄，涉及', { exact: false }).waitFor();
}

/** What the limit does is seen before anybody is judged by it. Opens a round: keep it behind those that expect another. */
export function ruleJourneys(stage: Stage): void {
  describe('rules', () => {
    it(
      'R50: are changed, tried on a locked round, published, and judge the next round of the year',
      () =>
        stage.walk(async (page) => {
          await signIn(page, 'finance');
          await choosePage(page, '规则');
          await page.getByRole('heading', { level: 1, name: '规则' }).waitFor();
          await page.getByText('低于 60% 红灯，60%～80% 黄灯', { exact: false }).first().waitFor();
          expect(await seriousViolations(page)).toEqual([]);

          await page.getByRole('button', { name: '修改', exact: true }).click();
          await yellowLimit(page).fill('50');
          await page.getByText('黄灯界限 50 应大于红灯界限 60', { exact: false }).waitFor();
          expect(await page.getByRole('button', { name: '试算', exact: true }).isDisabled()).toBe(true);
          await yellowLimit(page).fill('95');
          await page.getByLabel('名称', { exact: true }).fill('从严的比率法');

          // What is not published yet outlives the page.
          await page.reload();
          await page.getByText('这是上次没有发布的草稿。').waitFor();
          expect(await yellowLimit(page).inputValue()).toBe('95');

          await tryOnLockedRound(page);
          const changes = page.getByRole('table', { name: /^变化的项目/ });
          for (const name of CHANGED) {
            const row = changes.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
            expect(await row.innerText()).toMatch(/绿\s*→\s*变为\s*黄[\s\S]*低于 95%/);
          }
          expect(await changes.getByRole('row').count()).toBe(CHANGED.length + 1);
          await page.getByRole('button', { name: '只看由绿变黄的 5 个项目' }).click();
          await page.getByText('只看由绿变黄的项目。').waitFor();
          expect(await seriousViolations(page)).toEqual([]);

          await page.getByLabel('为什么修改（发布说明）').fill(NOTE);
          await page.getByRole('button', { name: '发布', exact: true }).click();
          await page.getByText(`发布说明：${NOTE}`).waitFor();
          await page.getByRole('heading', { level: 2, name: /从严的比率法\s*ratio@2/ }).waitFor();
          const ofYear = page.locator('form').filter({ has: page.getByRole('button', { name: /^用于 \d+年度$/ }) });
          await ofYear.locator('select').selectOption({ label: '2026 年' });
          await page.getByRole('button', { name: '用于 2026年度' }).click();
          await page.getByText('2026年度已经用这套规则').waitFor();

          await choosePage(page, '监控期');
          await page.getByLabel('年度', { exact: true }).fill('2026');
          await page.getByLabel('截至月份').selectOption({ label: '2026年1-11月' });
          await page.getByRole('button', { name: '建立', exact: true }).click();
          await page.getByRole('row', { name: /2026年1-11月.*从严的比率法（ratio@2）/ }).waitFor();
          await page.getByRole('row', { name: /2025年1-9月.*已锁定.*比率法（默认）（ratio@1）/ }).waitFor();
          const { code } = await stage.jixiao('verify', '--year', '2025', '--month', '9');
          expect(code).toBe(0);
        }),
      JOURNEY_MS,
    );

    it('are no page of a leader', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.goto('/rules');
        await page.waitForURL(/\/forbidden$/);
      }));
  });
}
