import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { choosePage, signIn, type Stage } from './stage.js';

const UNIT = '青禾县公安局交通警察大队';
const GOAL = '道路交通安全管理';
const HAZARDS = '排查治理隐患≥60处';
const PROJECT = '电子警察设备更新改造';

const resultOf = (page: Page, sentence: string) => page.getByRole('combobox', { name: `“${sentence}”的完成情况` });
const lineOf = (page: Page, sentence: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: sentence }) });

async function openGoals(page: Page): Promise<void> {
  await choosePage(page, '部门目标');
  await page.getByRole('region', { name: GOAL }).waitFor();
}

/** Journeys along department goals: a unit reports them, others read them. */
export function goalJourneys(stage: Stage): void {
  describe('department goals', () => {
    it('R18: are filled in as one types, judged at once, and read by who oversees the unit', () =>
      stage.walkTogether(async (clerk, finance) => {
        await signIn(clerk, 'traffic');
        await openGoals(clerk);
        await resultOf(clerk, HAZARDS).fill('约二十');
        await lineOf(clerk, HAZARDS).getByText('看不懂这个数').waitFor();
        await resultOf(clerk, HAZARDS).fill('20');
        await lineOf(clerk, HAZARDS).getByText('红灯').waitFor();
        await lineOf(clerk, HAZARDS).getByText('完成 20处，本期标准 45处', { exact: false }).waitFor();
        await clerk.getByRole('textbox', { name: `“${HAZARDS}”的原因说明` }).fill('汛期改道，隐患点待复核。');
        await clerk.getByRole('heading', { level: 1, name: '部门目标' }).click();
        expect(await seriousViolations(clerk)).toEqual([]);

        await signIn(finance, 'finance');
        await choosePage(finance, '部门目标');
        await finance.getByRole('row', { name: new RegExp(`${UNIT}.*红`) }).waitFor();
        await finance.getByRole('button', { name: UNIT }).click();
        await lineOf(finance, HAZARDS).getByText('汛期改道，隐患点待复核。').waitFor();
        expect(await resultOf(finance, HAZARDS).count()).toBe(0);
        expect(await seriousViolations(finance)).toEqual([]);
      }));

    it('R17b: have a direction that finance confirms where it is only inferred, and the unit reads that it is settled', () =>
      stage.walkTogether(async (finance, clerk) => {
        const sentence = '较大事故0起';
        await signIn(finance, 'finance');
        await choosePage(finance, '部门目标');
        await finance.getByRole('button', { name: UNIT }).click();
        await lineOf(finance, sentence).getByText('推断', { exact: true }).waitFor();
        await finance.getByRole('button', { name: `确认“${sentence}”越低越好` }).click();
        await lineOf(finance, sentence).getByText('财政已确认', { exact: true }).waitFor();
        expect(await seriousViolations(finance)).toEqual([]);

        await signIn(clerk, 'traffic');
        await openGoals(clerk);
        await lineOf(clerk, sentence).getByText('财政已确认', { exact: true }).waitFor();
        expect(await clerk.getByRole('button', { name: /^(确认|把)“/ }).count()).toBe(0);
      }));

    it('show the projects that serve them with their money, as the unit links them', () =>
      stage.walk(async (clerk) => {
        await signIn(clerk, 'traffic');
        await openGoals(clerk);
        const goal = clerk.getByRole('region', { name: GOAL });
        await goal.getByRole('combobox', { name: `为“${GOAL}”选择关联项目` }).selectOption({ label: PROJECT });
        await goal.getByRole('button', { name: '关联', exact: true }).click();
        const row = goal.getByRole('row').filter({ has: clerk.getByRole('link', { name: PROJECT }) });
        await row.getByRole('button', { name: `取消关联${PROJECT}` }).waitFor();
        await row.getByRole('button', { name: `取消关联${PROJECT}` }).click();
        await row.waitFor({ state: 'detached' });
      }));

    it('let two who typed the same result decide between theirs and mine', () =>
      stage.walkTogether(async (first, second) => {
        const sentence = '信号灯完好率≥97%';
        for (const page of [first, second]) {
          await signIn(page, 'traffic');
          await openGoals(page);
        }
        await resultOf(first, sentence).fill('98.2');
        await lineOf(first, sentence).getByText('完成值 98.2%', { exact: false }).waitFor();
        await resultOf(second, sentence).fill('97.4');
        await lineOf(second, sentence).getByText('刚刚保存了“98.2%”', { exact: false }).waitFor();
        await second.getByRole('button', { name: '用我的' }).click();
        await lineOf(second, sentence).getByText('完成值 97.4%', { exact: false }).waitFor();
        await first.reload();
        await lineOf(first, sentence).getByText('完成值 97.4%', { exact: false }).waitFor();
      }));
  });
}
