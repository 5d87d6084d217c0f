import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { choosePage, signIn, type Stage } from './stage.js';

const PROJECTS = '各项目全年预测';
const UNITS = '各单位全年预测';
const UNIT = '青禾县公安局交通警察大队';
const FOREIGN = '青禾县人民法院';
const BACK_TEST = '/api/forecasts/back-test';

const question = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '要看的问题' }).getByRole('link', { name });
const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).locator('tbody tr');
/** The part of the page below a heading; the page itself is the first around it. */
const part = (page: Page, name: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name }) })
    .last();
const backTest = (page: Page) => page.getByRole('region', { name: '预测回测' });

/** The sentence that says where the year ends, and the rows below it. */
async function openForecast(page: Page): Promise<void> {
  await choosePage(page, '分析');
  await page.getByText(/^按2026年1-9月的进度推算，全年预计支出 [\d,.]+ 万元，占预算 [\d,.]+ 万元的 [\d.]+%/).waitFor();
  await rowsOf(page, PROJECTS).first().waitFor();
}

/** Figures of a column in the rows that are shown, without those that have none. */
async function figures(page: Page, table: string, column: string): Promise<number[]> {
  const heads = await page.getByRole('table', { name: table }).getByRole('columnheader').allInnerTexts();
  const place = heads.findIndex((head) => head.replaceAll(/\s/g, '') === column);
  const cells = await rowsOf(page, table)
    .locator(`td:nth-child(${place + 1})`)
    .allInnerTexts();
  return cells.filter((text) => text !== '—').map((text) => Number(text.replaceAll(',', '').replace('−', '-')));
}

/** Until words have stood on the page, however briefly. */
const saidOnce = (page: Page, words: string): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.body.textContent.includes(wanted)) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      }),
    words,
  );

/** When the forecasts were tested last, as the server has it. */
const testedAt = (page: Page): Promise<string> =>
  page.evaluate(async (address) => {
    const { computedAt } = (await (await fetch(address)).json()) as { computedAt: string };
    return computedAt;
  }, BACK_TEST);

/** Journeys along the analysis: where the year ends, why one may believe it, and who may see what. */
export function analysisJourneys(stage: Stage): void {
  describe('the analysis', () => {
    it('tells a leader where the year ends and what is left out, down to the project and into a file', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.waitForURL(/\/overview\?/);
        await openForecast(page);
        await page
          .getByText(/^这里的预算比总览少 [\d,.]+ 万元，没有计入：1 个人员类项目（[\d,.]+ 万元，不纳入监控）/)
          .waitFor();

        await page.getByLabel('排序').selectOption({ label: '年底结余最多的在前' });
        await page.getByLabel('能花完吗（建议）').selectOption({ label: '有可能' });
        await page.waitForURL(/sort=money&likelihood=possible/);
        await page.reload();
        await rowsOf(page, PROJECTS).first().waitFor();
        expect(await page.getByLabel('排序').inputValue()).toBe('money');
        expect(await page.getByLabel('能花完吗（建议）').inputValue()).toBe('possible');
        const left = await figures(page, PROJECTS, '年底结余（万元）');
        expect(left.length).toBeGreaterThan(1);
        expect(left).toEqual([...left].sort((a, b) => b - a));

        const downloading = page.waitForEvent('download');
        await part(page, PROJECTS).getByRole('button', { name: '导出' }).click();
        await page.getByRole('menuitem', { name: 'CSV 文本' }).click();
        const file = await downloading;
        expect(file.suggestedFilename()).toBe(`${PROJECTS} 2026年1-9月.csv`);
        const [head = '', ...lines] = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
        expect(head).toContain('年底结余（万元）');
        expect(lines).toHaveLength(left.length);

        const first = rowsOf(page, PROJECTS).first().getByRole('link');
        const name = await first.innerText();
        expect(lines[0]).toContain(name);
        await first.click();
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await page.goBack();
        await rowsOf(page, PROJECTS).first().waitFor();
        expect(await page.getByLabel('排序').inputValue()).toBe('money');
      }));

    it('keeps the question in the address, whichever is asked', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openForecast(page);
        await question(page, '哪个单位落后？').click();
        await page.getByText(/^\d+ 个单位中有 \d+ 个的项目落后于计划/).waitFor();
        await page.getByLabel('层级').selectOption({ label: '按主管部门' });
        await page.waitForURL(/view=units&level=department/);
        await page.reload();
        await rowsOf(page, '各单位对比').filter({ hasText: '青禾县公安部门' }).waitFor();
        expect(await question(page, '哪个单位落后？').getAttribute('aria-current')).toBe('page');
        expect(await page.getByLabel('层级').inputValue()).toBe('department');
        expect(await seriousViolations(page)).toEqual([]);

        await question(page, '哪类指标没完成？').click();
        await page.getByText(/^共 \d+ 个指标，\d+ 个红灯/).waitFor();
        await page.getByRole('button', { name: '看表格' }).click();
        await page.getByRole('table', { name: '各类指标的灯' }).getByRole('rowheader', { name: '数量' }).waitFor();
        await page.goBack();
        await rowsOf(page, '各单位对比').first().waitFor();
      }));

    it('R45: tests the forecasts anew for finance, and says by how much they erred and which method was the nearest', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openForecast(page);
        await backTest(page)
          .getByRole('heading', { name: /^“.+”在往年最准：平均误差 ±[\d.]+ 个百分点$/ })
          .waitFor();
        const before = await testedAt(page);

        const begun = saidOnce(page, '正在回测');
        const readAgain = page.waitForResponse(
          async (response) =>
            response.url().endsWith(BACK_TEST) &&
            response.request().method() === 'GET' &&
            ((await response.json()) as { computedAt: string }).computedAt > before,
        );
        await backTest(page).getByRole('button', { name: '重新回测' }).click();
        await begun;
        await readAgain;
        await backTest(page).getByText('正在回测').waitFor({ state: 'detached' });

        const methods = rowsOf(page, '各方法合计');
        expect(await methods.getByRole('rowheader').allInnerTexts()).toHaveLength(4);
        const nearest = methods.filter({ hasText: '最准' });
        expect(await nearest.count()).toBe(1);
        const errors = await figures(page, '各方法合计', '可比误差（±个百分点）');
        const cells = await nearest.getByRole('cell').allInnerTexts();
        expect(Number(cells.at(-1))).toBe(Math.min(...errors));
        const held = await figures(page, '各方法合计', '80%区间命中（%）');
        expect(held.every((share) => share > 0 && share <= 100)).toBe(true);
        await backTest(page).getByRole('button', { name: '看表格' }).click();
        await rowsOf(page, '按月份和方法').first().waitFor();
      }));

    it("shows a unit's clerk that unit and no other, and lets nobody of a unit begin a test", () =>
      stage.walkAs(['leader', 'traffic'], async ({ leader, traffic }) => {
        await openForecast(traffic);
        const units = await rowsOf(traffic, PROJECTS).locator('td:nth-child(2)').allInnerTexts();
        expect(new Set(units)).toEqual(new Set([UNIT]));
        expect(await traffic.getByRole('table', { name: UNITS }).count()).toBe(0);
        await backTest(traffic).getByRole('table', { name: '各方法合计' }).waitFor();
        expect(await backTest(traffic).getByRole('button', { name: '重新回测' }).count()).toBe(0);

        await openForecast(leader);
        await leader.getByRole('table', { name: UNITS }).getByRole('link', { name: FOREIGN }).click();
        await leader.waitForURL(/[?&]unit=/);
        await leader.getByRole('table', { name: UNITS }).waitFor({ state: 'detached' });
        await rowsOf(leader, PROJECTS).filter({ hasNotText: FOREIGN }).first().waitFor({ state: 'detached' });
        await rowsOf(leader, PROJECTS).filter({ hasText: FOREIGN }).first().waitFor();
        await traffic.goto(leader.url());
        await traffic.getByText('没有找到，或不在您的管理范围内。').first().waitFor();
        expect(await traffic.getByText(FOREIGN).count()).toBe(0);
      }));
  });
}
