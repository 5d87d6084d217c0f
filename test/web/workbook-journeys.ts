import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { cellOf, openWorkbook, saveWorkbook, type OpenWorkbook } from '../support/report-workbook.js';
import { cellOnSheet } from './sheet.js';
import { signIn, type Stage } from './stage.js';

const PROJECT = '社区矫正工作经费';
const EXPECTED = '全年预计执行数（万元）';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const expected = (workbook: OpenWorkbook) => cellOf(workbook, '支出', ['项目名称', PROJECT], EXPECTED);

/** Presses a button by the keyboard and opens the workbook that it downloads. */
async function downloaded(page: Page, button: string): Promise<OpenWorkbook> {
  await page.getByRole('button', { name: button }).focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return openWorkbook(await readFile(await file.path()));
}

async function choose(page: Page, workbook: OpenWorkbook): Promise<void> {
  const { name, bytes } = await saveWorkbook(workbook);
  const file = { name, mimeType: XLSX, buffer: Buffer.from(bytes) };
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
}

/** The round as a workbook: downloaded, refused with its errors in it, corrected and saved. */
export function workbookJourneys(stage: Stage): void {
  describe('the report workbook', () => {
    it('comes back with its errors, and is saved once they are corrected', () =>
      stage.walk(async (page) => {
        await signIn(page, 'justice');
        await page.getByRole('link', { name: '填报', exact: true }).click();
        const workbook = await downloaded(page, '下载填报表');
        expected(workbook).value = -1;
        await page.getByRole('button', { name: '上传填报表' }).focus();
        await page.keyboard.press('Enter');
        await choose(page, workbook);
        const dialog = page.getByRole('dialog');
        await dialog.getByText('文件有 1 处问题，全部未保存。').waitFor();
        await dialog.getByText('金额“-1”不能为负数。').waitFor();
        expect(await seriousViolations(page)).toEqual([]);

        const marked = await downloaded(page, '下载标注了问题的文件');
        expect(JSON.stringify(expected(marked).note)).toContain('不能为负数');
        expected(marked).value = 123.45;
        await choose(page, marked);
        const row = dialog.getByRole('row').filter({ hasText: '123.45 万元' });
        expect(await row.innerText()).toContain(PROJECT);
        await dialog.getByRole('button', { name: '确认保存' }).click();
        await dialog.getByText('已保存 1 个项目的 1 处改动。').waitFor();
        await page.keyboard.press('Escape');
        await cellOnSheet(page, PROJECT, '全年预计执行（万元）').getByText('123.45').waitFor();
      }));

    it('is offered for looking at, and not for uploading, where one only reads', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.goto('/report?year=2025&month=6');
        await page.getByRole('button', { name: '下载填报表' }).waitFor();
        expect(await page.getByRole('button', { name: '上传填报表' }).isDisabled()).toBe(true);
      }));
  });
}
