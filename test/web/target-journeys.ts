import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choosePage, openProject, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
const PROJECT = '人民陪审员经费';
const INDICATOR = '普通程序案件陪审比例';

const indicatorRow = (page: Page) =>
  page.getByRole('table', { name: '绩效指标' }).getByRole('row').filter({ hasText: INDICATOR });

async function openApprovals(page: Page, year = '2026'): Promise<void> {
  await choosePage(page, '目标审批');
  await page.getByRole('heading', { level: 1, name: '目标审批' }).waitFor();
  await page.getByRole('combobox', { name: '年度' }).selectOption(year);
  // What stands below the lists moves as they arrive, and a click in that moment is lost.
  await page.getByText('正在读取').first().waitFor({ state: 'detached' });
}

/** Journeys of targets that change during the year. They open a round: keep them behind those that expect the newest. */
export function targetJourneys(stage: Stage): void {
  describe('a change of targets', () => {
    it('R27: is proposed by the unit, approved by finance, and used by the next round, which shows both lights', () =>
      stage.walkTogether(async (clerk, finance) => {
        await signIn(clerk, 'court');
        await openProject(clerk, PROJECT);
        const before = await indicatorRow(clerk).getByRole('cell').nth(1).innerText();
        await clerk.getByRole('button', { name: '申请变更' }).click();
        await clerk.getByLabel(`“${INDICATOR}”改为`).fill('≥10%');
        await clerk.getByLabel('变更理由').fill('陪审任务调整');
        await clerk.getByRole('button', { name: '提交申请' }).click();
        await clerk.getByText('变更申请已提交，等待审核。').waitFor();

        await signIn(finance, 'finance');
        await openApprovals(finance);
        const queued = finance.getByRole('table', { name: '变更申请' }).getByRole('row').filter({ hasText: PROJECT });
        await queued.getByRole('button', { name: '查看' }).click();
        const detail = finance.getByRole('region', { name: PROJECT });
        await detail.getByText('≥10%', { exact: false }).first().waitFor();
        await detail.getByRole('button', { name: '批准', exact: true }).click();
        await finance.getByText('没有待处理的变更申请').waitFor();

        await finance.goto('/overview?year=2026&month=9');
        await openProject(finance, PROJECT);
        await finance.getByText('本期按开期时的目标（第 1 版）评判', { exact: false }).waitFor();
        expect(await indicatorRow(finance).innerText()).toContain(before.split('\n')[0] ?? '');

        await finance.getByRole('link', { name: '监控期', exact: true }).click();
        await finance.getByLabel('截至月份').selectOption('12');
        await finance.getByRole('button', { name: '建立', exact: true }).click();
        await finance.goto('/overview?year=2026&month=12');
        await openProject(finance, PROJECT);
        await finance.getByRole('heading', { name: '原目标与现目标' }).waitFor({ timeout: WAIT_MS });
        const both = finance
          .getByRole('table', { name: '原目标与现目标' })
          .getByRole('row')
          .filter({ hasText: INDICATOR });
        expect(await both.innerText()).toContain('≥10%');
      }));
  });

  describe('the approval of targets', () => {
    it('is given in bulk with its document, and shown on the project', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openApprovals(page);
        await page.getByLabel(`选择“${PROJECT}”`).check();
        await page.getByLabel('批复文号').first().fill('清财绩〔2026〕3号');
        await page.getByRole('button', { name: '批复（1）' }).click();
        await page.getByText('已批复 1 个。').waitFor();
        await page.getByLabel('状态').selectOption('approved');
        await page.getByRole('row').filter({ hasText: PROJECT }).getByText('清财绩〔2026〕3号').waitFor();
      }));
  });

  describe('the year’s turn', () => {
    it('R6: adds what the locked December leaves of a project to the budget of the one that goes on', () =>
      stage.walk(async (page) => {
        const [project, left] = ['法治宣传教育经费', '0.66'];
        await signIn(page, 'finance');
        await openApprovals(page, '2025');
        await page.getByText('年度结转：把项目带入 2026 年').click();
        const row = page.getByRole('table', { name: /结转/ }).getByRole('row').filter({ hasText: project });
        await row.getByText('已关联，结转结余').waitFor();
        expect(await row.getByRole('cell', { name: left, exact: true }).count()).toBe(1);
        // What is left of linked projects is chosen beforehand; here it goes on of one only.
        const chosen = page.getByRole('checkbox', { name: /^结转“/, checked: true, disabled: false });
        const others = (await chosen.count()) - 1;
        expect(others).toBeGreaterThan(5);
        for (let done = 0; done < others; done += 1) {
          const [first, second] = [chosen.first(), chosen.nth(1)];
          const isKept = (await first.getAttribute('aria-label')) === `结转“${project}”`;
          await (isKept ? second : first).uncheck();
        }
        await page.getByRole('button', { name: '确认结转（1 个项目）' }).click();
        await page.getByText('结转完成。').waitFor();
        await row.getByText('已结转').waitFor();
        await page.goto('/overview?year=2026&month=9');
        await openProject(page, project);
        await page.getByText('上年结转（按 2025 年 12 月监控期锁定的结余）', { exact: false }).waitFor();
        await page.getByText(`+${left}`).waitFor();
      }));
  });
}
