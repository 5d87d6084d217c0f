import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { brokenWord, type ChosenFile, courtText, courtWord, flatSheet, textFile } from './import-files.js';
import { seriousViolations } from '../support/browser.js';
import { choosePage, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
/** Sends files up to their preview. The years have no rounds, so that nothing changes which other journeys count. */
async function sendFiles(page: Page, year: number, ...files: readonly ChosenFile[]): Promise<void> {
  await choosePage(page, '导入');
  await page.getByRole('heading', { level: 1, name: '导入', exact: true }).waitFor();
  await page.getByLabel('年度').fill(String(year));
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page.getByRole('button', { name: '上传并读取' }).click();
  await page.getByRole('heading', { level: 1, name: '导入预览' }).waitFor();
}

const confirmation = (page: Page) => page.getByRole('region', { name: '确认导入' });
const indicatorRow = (page: Page, name: string) =>
  page.getByRole('table', { name: '绩效指标' }).getByRole('row').filter({ hasText: name });
const factRow = (page: Page, label: string) =>
  page.getByRole('table', { name: '项目', exact: true }).getByRole('row').filter({ hasText: label });

async function throwAway(page: Page): Promise<void> {
  await confirmation(page).getByRole('button', { name: '丢弃' }).click();
  await confirmation(page).getByRole('button', { name: '丢弃' }).click();
  await page.getByRole('heading', { level: 1, name: '导入', exact: true }).waitFor();
}

async function undoImport(page: Page, file: string): Promise<void> {
  await choosePage(page, '导入');
  await page.getByRole('button', { name: `撤销 ${file} 的导入` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('row').filter({ hasText: file }).getByText('已撤销').first().waitFor({ timeout: WAIT_MS });
}

/** Journeys of targets on their way in: read, looked at, corrected, confirmed, undone. */
export function importJourneys(stage: Stage): void {
  describe('importing targets', () => {
    it('shows a Word document beside its cells, takes a correction, saves on confirmation and undoes it', () =>
      stage.walk(async (page) => {
        const file = '法院2027.docx';
        await signIn(page, 'court');
        await sendFiles(page, 2027, await courtWord(file));
        await page.getByRole('button', { name: /^新增 1/ }).waitFor();
        expect(await factRow(page, '预算数').innerText()).toMatch(
          /58\.60[\s\S]*58\.60[\s\S]*表 \d+ 第 \d+ 行第 \d+ 格/,
        );
        // 25 → 20 falls: the schedule is dropped with a warning at its cell, the project is not.
        expect(await factRow(page, '支出计划').innerText()).toMatch(/25%\/20%\/80%\/100%[\s\S]*不能下降/);

        const row = indicatorRow(page, '购置自助立案设备');
        expect(await row.innerText()).toMatch(/= 12 台[\s\S]*推断[\s\S]*12台/);
        await row.getByRole('button', { name: /更正购置自助立案设备的指标值/ }).click();
        await row.getByRole('combobox', { name: '符号' }).selectOption({ label: '≥' });
        await row.getByRole('textbox', { name: '数值' }).fill('14');
        await page.keyboard.press('Enter');
        await row.getByText('已更正').waitFor();
        await page.reload();
        await row.getByText('≥ 14 台').waitFor();
        expect(await confirmation(page).innerText()).toContain('将保存：新增 1 个项目。');

        await page.getByRole('button', { name: '确认导入' }).click();
        await page.getByText('已保存：新增 1 个').waitFor({ timeout: WAIT_MS });
        await page.getByRole('link', { name: '看项目' }).click();
        await page.getByRole('heading', { level: 1, name: '诉讼服务中心改造' }).waitFor();

        await undoImport(page, file);
      }));

    it('says project by project why an import cannot be undone, and changes nothing', () =>
      stage.walk(async (page) => {
        const file = '青禾县人民法院2024年绩效目标.txt';
        await signIn(page, 'finance');
        await choosePage(page, '导入');
        await page.getByRole('button', { name: `撤销 ${file} 的导入` }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: '撤销这次导入' }).click();
        await dialog.getByRole('alert').waitFor({ timeout: WAIT_MS });
        expect(await dialog.getByRole('alert').innerText()).toMatch(/不能撤销[\s\S]*审判综合楼物业及运转费：/);
        expect(await seriousViolations(page)).toEqual([]);
        await dialog.getByRole('button', { name: '关闭' }).first().click();
        const row = page.getByRole('row').filter({ hasText: file });
        expect(await row.innerText()).toMatch(/已保存[\s\S]*不能撤销/);
      }));

    it('reads a flat sheet of several projects and goes on with it from the list', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await sendFiles(page, 2028, await flatSheet('汇总2027.xlsx'));
        await page.getByRole('button', { name: /^新增 2/ }).waitFor();
        const projects = page.getByRole('navigation', { name: '文件中的项目' });
        await projects.getByRole('link', { name: /档案数字化加工/ }).click();
        expect(await factRow(page, '预算数').innerText()).toContain('18.60');
        expect(await indicatorRow(page, '加工卷宗数量').innerText()).toMatch(/≥ 4,200 卷[\s\S]*2027年目标!\w+/);
        await page.getByRole('searchbox', { name: '按名称或编码查找' }).fill('法庭');
        await projects.getByRole('link', { name: /数字法庭改造/ }).waitFor();
        await projects.getByRole('link', { name: /档案数字化加工/ }).waitFor({ state: 'detached' });

        await choosePage(page, '导入');
        await page.getByRole('heading', { name: '尚未确认的导入' }).waitFor();
        await page.getByRole('link', { name: '汇总2027.xlsx' }).first().click();
        await page.getByRole('button', { name: /^新增 2/ }).waitFor();
        await throwAway(page);
        await page.getByRole('heading', { name: '尚未确认的导入' }).waitFor({ state: 'detached' });
      }));

    it('keeps what was typed in place, and why it cannot be, until Escape drops it', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await sendFiles(page, 2028, courtText('法院.txt'));
        const budget = factRow(page, '预算数');
        await budget.getByRole('button').focus();
        await page.keyboard.press('Enter');
        await page.keyboard.type('五十');
        await page.keyboard.press('Enter');
        await budget.getByText('看不懂这个金额', { exact: false }).waitFor();
        expect(await budget.getByRole('textbox').inputValue()).toBe('五十');
        expect(await seriousViolations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await budget.getByRole('button', { name: /58\.60/ }).waitFor();
        expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('58.60');
        await throwAway(page);
      }));

    it('says what is wrong with a broken file, and confirms the others without it', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await sendFiles(page, 2028, courtText('好的.txt'), brokenWord('坏的.docx'));
        await page.getByText('有文件没有读出来', { exact: false }).waitFor();
        await page.getByRole('link', { name: /坏的\.docx/ }).click();
        expect(await page.getByRole('alert').innerText()).toContain('坏的.docx');
        expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
        await page.getByRole('button', { name: '移除此文件' }).click();
        await page.getByText('将保存：新增 1 个', { exact: false }).waitFor();
        await throwAway(page);
      }));

    it('stops the sending of files, which stay chosen, and the reading, which leaves nothing', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await choosePage(page, '导入');
        await page.locator('input[type=file]').setInputFiles([courtText('停下.txt')]);
        const sending = (url: URL): boolean => url.pathname === '/api/imports';
        let cut = (): void => undefined;
        const stopped = new Promise<void>((resolve) => (cut = resolve));
        await page.route(sending, async (route) => {
          if (route.request().method() !== 'POST') return route.continue();
          await stopped;
          return route.abort().catch(() => undefined); // the page has given it up
        });
        await page.getByRole('button', { name: '上传并读取' }).click();
        await page.getByRole('button', { name: '取消' }).click();
        await page.getByRole('button', { name: '移除 停下.txt' }).waitFor();
        cut();
        await page.unroute(sending);

        // Reading a small file is over at once: the page is told that it goes on.
        await page.route('**/api/imports/uploads/*', async (route) => {
          if (route.request().method() !== 'GET') return route.continue();
          const response = await route.fetch();
          return route.fulfill({ response, json: { ...(await response.json()), status: 'reading' } });
        });
        await sendFiles(page, 2028, courtText('停下.txt'));
        await page.getByRole('heading', { name: '正在读取' }).waitFor();
        await page.getByRole('button', { name: '取消' }).click();
        await page.getByText('已丢弃，没有保存任何内容').waitFor();
        await page.getByRole('heading', { level: 1, name: '导入', exact: true }).waitFor();
      }));

    it('says that a file holds no targets, and saves nothing', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await sendFiles(page, 2028, textFile('通知.txt', '关于召开会议的通知'));
        expect(await page.getByRole('alert').innerText()).toMatch(/绩效目标/);
        await throwAway(page);
      }));
  });
}

export function importAccessibilityJourneys(stage: Stage): void {
  it('meets no serious barrier in the preview of an import, in either language', () =>
    stage.walk(async (page) => {
      await signIn(page, 'finance');
      await sendFiles(page, 2028, courtText('目标.txt'));
      await indicatorRow(page, '当事人满意度').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Preview of an import' }).waitFor();
      await page.getByText('Will be saved: 1 new', { exact: false }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    }));
}
