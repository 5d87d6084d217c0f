import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { seriousViolations } from '../support/browser.js';
import { openList, projectRow, signIn, type Stage } from './stage.js';

/** Many pages, each laid out anew. */
const MANY_PAGES_MS = 180_000;
const PHONE = { width: 390, height: 844 };

/** Pages of a person by their addresses. */
const PAGES: readonly (readonly [string, readonly string[]])[] = [
  [
    'finance',
    [
      '/overview',
      '/review?year=2026&month=9',
      '/owing?year=2026&month=9',
      '/targets',
      '/imports',
      '/treasury',
      '/verification?year=2026&month=9',
      '/alerts',
      '/alerts?view=scorecard',
      '/rectification',
      '/rectification?tab=measures',
      '/rectification?tab=namings',
      '/rectification?tab=supervisions',
      '/self-evaluation',
      '/self-evaluation?tab=units',
      '/self-evaluation?tab=accounts',
      '/outputs',
      '/outputs?tab=reports',
      '/outputs?tab=check',
      '/outputs?tab=templates',
      '/rules',
      '/rules/alerts',
      '/rules/evaluation',
      '/rounds',
      '/notifications',
      '/me',
      '/wall?year=2026&month=9',
    ],
  ],
  ['justice', ['/report?year=2026&month=9']],
  [
    'admin',
    [
      '/settings/people',
      '/settings/organisations',
      '/settings/work-calendar',
      '/settings/tokens',
      '/settings/channels',
      '/jobs',
    ],
  ],
  ['auditor', ['/audit']],
];

/** Pages that are taken to a meeting. */
const PRINTED = [
  ...['glance', 'charts', 'changes', 'missing', 'list'].map((view) => `/overview?year=2026&month=9&view=${view}`),
  '/analysis?year=2026&month=9',
  '/analysis?year=2026&month=9&view=units',
  '/department-goals?year=2026&month=9',
  '/review?year=2026&month=9',
  '/alerts',
  '/alerts?view=scorecard',
  '/rectification?tab=measures',
  '/self-evaluation',
  '/self-evaluation?tab=units',
  '/outputs',
  '/outputs?tab=reports',
  '/outputs?tab=templates',
  '/rounds',
];

/** How pages look and what can be taken away: themes, phones, files, paper, and the wall. */
export function presentationJourneys(stage: Stage): void {
  describe('the look of the page', () => {
    it('is dark where the reader wants it so, and still after a reload', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await chooseTheme(page, '深色');
        expect(await isDark(page)).toBe(true);
        await page.reload();
        await page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
        expect(await isDark(page)).toBe(true);
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect(await seriousViolations(page)).toEqual([]);
        await chooseTheme(page, '浅色');
        expect(await isDark(page)).toBe(false);
      }));

    it('follows the system until something else is chosen', () =>
      stage.walk(async (page) => {
        await page.emulateMedia({ colorScheme: 'dark' });
        await signIn(page, 'leader');
        expect(await isDark(page)).toBe(true);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.waitForFunction(() => !document.documentElement.classList.contains('dark'));
      }));

    it(
      'is never wider than a phone',
      () =>
        stage.walkAs(['finance', 'justice', 'admin', 'auditor'], async (pages) => {
          const wide: string[] = [];
          for (const [name, paths] of PAGES) {
            const page = pages[name as keyof typeof pages];
            await page.setViewportSize(PHONE);
            for (const path of paths) if (await isTooWide(page, path)) wide.push(path);
          }
          expect(wide).toEqual([]);
        }),
      MANY_PAGES_MS,
    );

    it('has its pages behind one button on a phone', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.setViewportSize(PHONE);
        const navigation = page.getByRole('navigation', { name: '主导航' });
        expect(await navigation.isVisible()).toBe(false);
        await page.getByRole('button', { name: '菜单' }).click();
        await navigation.getByRole('link', { name: '监控期', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: '监控期' }).waitFor();
        expect(await navigation.isVisible()).toBe(false);
      }));
  });

  describe('a table that is taken away', () => {
    it('has in Excel what the page shows, by the keyboard alone', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.goto('/owing?year=2026&month=9');
        const rows = page.getByRole('table', { name: /^未报/ }).locator('tbody tr');
        await rows.first().waitFor();
        const shown = await rows.evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll('.num')].slice(0, 5).map((cell) => cell.textContent.trim())),
        );
        const downloading = page.waitForEvent('download');
        await page.getByRole('button', { name: '导出' }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: 'Excel 表格' }).waitFor();
        await page.keyboard.press('Enter');
        const file = await downloading;
        expect(file.suggestedFilename()).toBe('未报 2026年1-9月.xlsx');
        const workbook = new ExcelJS.Workbook();
        const bytes = await readFile(await file.path());
        await workbook.xlsx.load(
          bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
        );
        const sheet = workbook.worksheets[0];
        const figures = Array.from({ length: shown.length }, (_, row) =>
          [5, 6, 7, 8, 9].map((column) => sheet?.getRow(row + 2).getCell(column).value),
        );
        const asShown = figures.map((cells) => cells.map((value) => (value === 0 ? '—' : String(value))));
        expect(asShown).toEqual(shown);
        expect(figures.flat().every((value) => typeof value === 'number')).toBe(true);
      }));

    it('has on paper its header on every page, the round and when it was printed, and nothing to press', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await chooseTheme(page, '深色');
        await openList(page);
        await projectRow(page, '审判综合楼物业及运转费').waitFor();
        const pages = await printedPages(page);
        expect(pages[0]).toMatch(/绩效运行监控·总览.*沈立群.*打印/);
        expect(pages[0]).toContain('2026年1-9月');
        expect(pages[0]).toContain(`1/${pages.length}`);
        const listed = pages.filter((one) => /个百分点/.test(one) && /→/.test(one));
        expect(listed.length).toBeGreaterThan(0);
        for (const one of listed) expect(one).toContain('执行率(%)');
        expect(pages.join('')).not.toMatch(/退出|看表格|导出/);
      }));
  });

  describe('a page on paper', () => {
    it(
      'is never followed by a blank one, in either language',
      () =>
        stage.walkAs(['finance'], async ({ finance: page }) => {
          const blank: string[] = [];
          for (const language of ['zh', 'en']) {
            await page.evaluate((locale) => localStorage.setItem('jixiao.locale', locale), language);
            for (const path of PRINTED) {
              await opened(page, path);
              const pages = await printedPages(page);
              if (pages.some((one) => isBlank(one))) blank.push(`${language} ${path}`);
            }
          }
          expect(blank).toEqual([]);
        }),
      MANY_PAGES_MS,
    );
  });

  describe('the wall', () => {
    it('turns by itself, stands still when paused, is turned by hand and left by Escape', () =>
      stage.walk(async (page) => {
        await page.clock.install();
        await signIn(page, 'leader');
        await page.goto('/wall?year=2026&month=9&every=10');
        await scene(page, '总体').getByText('支出进度').waitFor();
        expect(await isDark(page)).toBe(true);
        await scene(page, '总体')
          .getByText(/^计划 \d+\.\d\d%/)
          .waitFor();
        await page.clock.fastForward(10_000);
        await scene(page, '支出曲线')
          .getByRole('img', { name: /到9月支出 .*比计划/ })
          .waitFor();
        await page.clock.fastForward(10_000);
        await scene(page, '单位')
          .getByRole('row', { name: /青禾县人民法院/ })
          .waitFor();
        await page.keyboard.press('Space');
        await page.getByRole('button', { name: '继续' }).waitFor();
        await page.clock.fastForward(60_000);
        expect(await scene(page, '单位').isVisible()).toBe(true);
        await page.keyboard.press('ArrowRight');
        await scene(page, '落后项目')
          .getByRole('row', { name: /审判综合楼物业及运转费/ })
          .waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
        expect(page.url()).toContain('month=9');
      }));

    it('shows no figures once the session has ended, and says so', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.goto('/wall?year=2026&month=9');
        await scene(page, '总体').getByText('支出进度').waitFor();
        const other = await page.context().newPage();
        await other.goto('/me');
        await other.getByRole('button', { name: '退出' }).click();
        await page.getByText('登录已过期，大屏不再显示数据').waitFor();
        expect(await scene(page, '总体').count()).toBe(0);
      }));
  });
}

const scene = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.classList.contains('dark'));

async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '账号与外观' }).click();
  await page.getByRole('radio', { name }).check();
  await page.keyboard.press('Escape');
}

/** Opens a page with all that it shows; one that shows an error was not looked at. */
async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  if ((await page.getByText('没有读到').count()) > 0) throw new Error(`${path} was not read`);
}

/** The text of each page of paper, the way that the page lies. */
async function printedPages(page: Page): Promise<readonly string[]> {
  const isUpright = (await page.locator('main.portrait').count()) > 0;
  const { text } = await extractText(new Uint8Array(await page.pdf({ format: 'A4', landscape: !isUpright })));
  return text.map((one) => one.normalize('NFKC').replace(/\s+/g, ''));
}

/** Nothing but the number of the page, `2/3`. */
const isBlank = (text: string): boolean => /^(\d+\/\d+)?$/.test(text);

/** Whether a page can be moved sideways as a whole. */
async function isTooWide(page: Page, path: string): Promise<boolean> {
  await opened(page, path);
  return page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) > innerWidth);
}
