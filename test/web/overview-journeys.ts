import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { signIn, type Stage } from './stage.js';

/** The figure with this finding. */
const figure = (page: Page, title: RegExp) =>
  page.getByRole('figure').filter({ has: page.getByRole('heading', { name: title }) });
const part = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '总览的各部分' }).getByRole('link', { name });
const ranking = (page: Page, name: string) => page.getByRole('table', { name });
const byMoney = (page: Page) => page.getByRole('button', { name: '按金额' });

/** Journeys of a leader who has two minutes. */
export function overviewJourneys(stage: Stage): void {
  describe('a leader with two minutes', () => {
    it('narrows to a department, ranks by money, shares the address, and comes down to the cell of the document', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.waitForURL(/[?&]year=2026&month=9/);
        await part(page, /^图/).click();
        const treemap = figure(page, /^预算最多的是/);
        await treemap.getByRole('button', { name: '看表格' }).click();
        await treemap.getByRole('link', { name: '青禾县公安部门' }).click();
        const way = page.getByRole('navigation', { name: '所在单位' });
        await way.getByText('青禾县公安部门').waitFor();

        await part(page, /^变化/).click();
        await page.getByRole('heading', { name: /^变差的 \d+ 个/ }).waitFor();
        await page.getByRole('button', { name: '变好' }).click();
        await page.getByRole('heading', { name: /^变好的 \d+ 个/ }).waitFor();

        await part(page, /^一览/).click();
        await byMoney(page).click();
        const rows = ranking(page, '少支出最多的项目').locator('tbody tr');
        await rows.first().waitFor();
        const money = (await rows.getByRole('cell').allInnerTexts()).filter((_, place) => place % 3 === 2);
        const figures = money.map((text) => Number(text.replaceAll(',', '')));
        expect(figures.length).toBeGreaterThan(0);
        expect(figures).toEqual([...figures].sort((a, b) => b - a));

        const names = await rows.getByRole('link').allInnerTexts();
        const colleague = await page.context().newPage();
        await colleague.goto(page.url());
        await ranking(colleague, '少支出最多的项目').waitFor();
        expect(await ranking(colleague, '少支出最多的项目').getByRole('link').allInnerTexts()).toEqual(names);
        expect(await byMoney(colleague).getAttribute('aria-pressed')).toBe('true');
        expect(await colleague.getByRole('navigation', { name: '所在单位' }).innerText()).toContain('青禾县公安部门');

        const [worst = ''] = names;
        await rows.getByRole('link').first().click();
        await page.getByRole('heading', { level: 1, name: worst }).waitFor();
        await page.getByTitle('在绩效目标表中的位置').first().waitFor();
        await page.goBack();
        await ranking(page, '少支出最多的项目').waitFor();
        await way.getByRole('link', { name: '全部单位' }).click();
        await way.waitFor({ state: 'detached' });
      }));

    it('opens a unit from the matrix: against others, over the rounds, and back up to its department', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await part(page, /^图/).click();
        const matrix = page.getByRole('table', { name: '各单位各期的灯' });
        await matrix.getByRole('link', { name: '青禾县法律援助中心' }).click();
        await page.getByRole('heading', { level: 1, name: '青禾县法律援助中心' }).waitFor();
        await page.getByText('钱进 · 司法行政部门审核人').waitFor();
        expect(await page.getByText('孙悦 · 法律援助中心填报人').count()).toBe(2);
        const standing = page.getByRole('table', { name: '和其他单位、和上年比' });
        expect(await standing.getByRole('row', { name: /支出进度/ }).innerText()).toMatch(
          /第 \d \/ 2[\s\S]*第 \d \/ 6/,
        );
        expect(await standing.getByRole('row', { name: /绿、蓝灯占资金/ }).innerText()).toMatch(/第 \d \/ 6/);
        const projects = page.getByRole('table', { name: '项目各期的灯' });
        await projects.getByRole('link', { name: '法律援助案件补贴' }).waitFor();
        await page.getByRole('img', { name: /^到9月支出/ }).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await page
          .getByRole('navigation', { name: '所在单位' })
          .getByRole('link', { name: '青禾县司法行政部门' })
          .click();
        await page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
        expect(page.url()).toMatch(/year=2026&month=9&unit=/);
      }));

    it('sees who has not reported, and opens the unit', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await part(page, /^未报/).click();
        const missing = page.getByRole('table', { name: '未报的单位' });
        const first = missing.getByRole('link').first();
        const name = await first.innerText();
        await first.click();
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await page.reload();
        await page.getByRole('heading', { level: 1, name }).waitFor();
      }));
  });
}
