import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { until } from '../support/job-rig.js';
import { openList, projectRow, projectTable, signIn, type Stage } from './stage.js';

/** Journeys through the list of projects, on a screen that is too low for it. */
export function listJourneys(stage: Stage): void {
  describe('the list of projects', () => {
    it('is scrolled to its end, opened there by the keyboard, and found again at the same place', () =>
      stage.walk(async (page) => {
        await openLowList(page);
        expect(await projectTable(page).getAttribute('aria-rowcount')).toBe('18');
        await rowLinks(page).first().focus();
        await page.keyboard.press('End');
        const last = projectTable(page).locator('tr[aria-rowindex="18"]').getByRole('link');
        await last.waitFor();
        const name = await last.innerText();
        await hasFocus(page, name);
        await restsAt(page);
        const down = await scrolled(page);
        expect(down).toBeGreaterThan(100);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await page.goBack();
        await hasFocus(page, name);
        expect(await scrolled(page)).toBe(down);
        await page.keyboard.press('Home');
        await hasFocus(page, await rowLinks(page).first().innerText());
      }));

    it('is narrowed by light and state, which stand in the address', () =>
      stage.walk(async (page) => {
        await openLowList(page);
        await page.getByRole('combobox', { name: '灯', exact: true }).selectOption({ label: '黄' });
        await page.getByText('3 个', { exact: true }).waitFor();
        await page.getByRole('combobox', { name: '填报与重点' }).selectOption({ label: '逾期未报' });
        await page.getByText('1 个', { exact: true }).waitFor();
        await projectRow(page, '公共法律服务热线经费').waitFor();
        await page.reload();
        await page.getByText('1 个', { exact: true }).waitFor();
        await page.getByRole('button', { name: '看全部项目' }).first().click();
        await page.getByText('17 个', { exact: true }).waitFor();
        expect(new URL(page.url()).search).not.toMatch(/light|state/);
      }));

    it('has the columns that were chosen, also the next time, and nothing that keeps people out', () =>
      stage.walk(async (page) => {
        await openLowList(page);
        await page.getByRole('button', { name: '列与行高' }).click();
        await page.getByRole('checkbox', { name: '单位' }).check();
        await page.getByRole('checkbox', { name: '比序时(点)' }).uncheck();
        await page.getByRole('radio', { name: '紧凑' }).check();
        await page.keyboard.press('Escape');
        await page.reload();
        await rowLinks(page).first().waitFor();
        const heads = await projectTable(page).getByRole('columnheader').allInnerTexts();
        expect(heads.map((head) => head.replace(/[↑↓↕]/, ''))).toEqual([
          '灯',
          '项目',
          '单位',
          '预算(万元)',
          '支出(万元)',
          '执行率(%)',
          '比计划(点)',
          '支出',
          '目标',
        ]);
        expect(await seriousViolations(page)).toEqual([]);
      }));

    it('goes on paper as a table with all its rows', () =>
      stage.walk(async (page) => {
        await openLowList(page);
        await page.emulateMedia({ media: 'print' });
        await until(async () => (await rowLinks(page).count()) === 17, 'all rows are there to be printed');
        await page.emulateMedia({ media: null });
        await until(async () => (await rowLinks(page).count()) < 17, 'the rows off the screen are gone');
      }));
  });
}

const rowLinks = (page: Page) => projectTable(page).locator('tbody').getByRole('link');

/** The list on a low screen, with more rows than fit. */
async function openLowList(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 420 });
  await signIn(page, 'leader');
  await openList(page);
  await rowLinks(page).first().waitFor();
}

const scroller = (page: Page) => projectTable(page).locator('xpath=..');
const scrolled = (page: Page): Promise<number> => scroller(page).evaluate((element) => element.scrollTop);
const hasFocus = (page: Page, text: string): Promise<void> =>
  until(
    () => page.evaluate((name) => document.activeElement?.textContent?.trim() === name, text),
    `${text} has the focus`,
  );

/** The page writes its place down when scrolling has come to rest. */
const restsAt = (page: Page): Promise<void> =>
  page
    .waitForFunction(() => (history.state as { listPlace?: unknown } | null)?.listPlace !== undefined)
    .then(() => undefined);
