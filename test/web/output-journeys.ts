import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Download, Locator, Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { openAs, type Stage } from './stage.js';

const PROJECT = '审判综合楼物业及运转费';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A job is begun within a poll of the queue, and a document is written in its own thread. */
const WRITING_MS = 60_000;
const SEVERAL_PEOPLE_MS = 120_000;

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function workbookOf(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return workbook;
}

/** The first cell that reads so. */
function cellWith(workbook: ExcelJS.Workbook, text: string): ExcelJS.Cell {
  let found: ExcelJS.Cell | undefined;
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => (found ??= cell.text === text ? cell : undefined)));
  if (found === undefined) throw new Error(`No cell reads ${text}`);
  return found;
}

/** Exports the monitoring form of one project and waits for its file. */
async function exportForm(page: Page): Promise<Download> {
  await openAs(page, 'court', '/outputs?year=2026&month=6');
  const project = page.getByRole('combobox', { name: '项目', exact: true });
  await project.fill(PROJECT);
  await page.getByRole('option', { name: PROJECT }).click();
  await page.getByText(`将得到：“${PROJECT}”的2026年1-6月监控表，一个 Excel 文件。`).waitFor();
  await page.getByRole('button', { name: '开始导出' }).click();
  const link = page.getByRole('link', { name: /^下载 / }).first();
  await link.waitFor({ timeout: WRITING_MS });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return file;
}

const check = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel('把文件拖到这里').setInputFiles({ name, mimeType: XLSX, buffer });

/** The part of the page about one of the forms. */
const template = (page: Page, name: string): Locator =>
  page.locator('section.template').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** Journeys over the official papers: forms, whether a paper is what the system said, reports and templates. */
export function outputJourneys(stage: Stage): void {
  describe('the official papers', () => {
    it(
      'R29: a form is written by a job, read back, and known again; where it was changed the field is named',
      () =>
        stage.walk(async (page) => {
          const file = await exportForm(page);
          const bytes = await bytesOf(file);
          const workbook = await workbookOf(bytes);
          cellWith(workbook, '项目支出绩效目标执行监控表');
          expect(await seriousViolations(page)).toEqual([]);

          await page.getByRole('link', { name: '核验', exact: true }).click();
          await check(page, file.suggestedFilename(), bytes);
          await page.getByText('与系统出具的文件逐字节相同，没有改动过。').waitFor();
          await page.getByText('出具以后系统数据没有变化').waitFor();
          await page.getByText(/^监控期已于 .* 锁定/).waitFor();
          expect(await seriousViolations(page)).toEqual([]);

          cellWith(workbook, PROJECT).value = '另一个项目';
          await check(page, '改过.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
          const row = page.getByRole('row').filter({ hasText: '另一个项目' });
          await row.waitFor();
          expect(await row.innerText()).toContain(PROJECT);
          expect(await seriousViolations(page)).toEqual([]);
        }),
      SEVERAL_PEOPLE_MS,
    );

    it('tells a code that was mistyped from one that was never given out', () =>
      stage.walk(async (page) => {
        await openAs(page, 'auditor', '/outputs?tab=check');
        await page.getByLabel('只有纸质件？输入页脚的核验码').fill('abcd');
        await page.getByRole('button', { name: '查询' }).click();
        await page.getByText('核验码有误，请对照文件页脚重新输入。').waitFor();
        expect(new URL(page.url()).searchParams.get('code')).toBe('abcd');
      }));

    it(
      'a monitoring report is drafted and edited by the unit, every sentence traceable, and sealed by another person',
      () =>
        stage.walkAs(['court', 'reviewer'], async ({ court, reviewer }) => {
          await court.goto('/outputs?tab=reports');
          await court.getByRole('button', { name: '起草报告' }).click();
          const dialog = court.getByRole('dialog');
          await dialog.getByLabel('监控期').selectOption({ label: '2026年1-6月 · 已锁定' });
          await dialog.getByRole('button', { name: '开始起草' }).click();
          await court.getByRole('heading', { name: '一、项目支出基本情况' }).waitFor();
          expect(await seriousViolations(court)).toEqual([]);

          const sentence = court.getByRole('button', { name: /^预算执行滞后的项目1个/ });
          await sentence.focus();
          const sources = court.getByRole('group', { name: '这句话的依据' });
          expect(await sources.getByRole('link').allInnerTexts()).toEqual([PROJECT]);
          await court.keyboard.press('Tab');
          expect(await court.evaluate(() => document.activeElement?.textContent)).toBe(PROJECT);
          await court.keyboard.press('Escape');
          await sources.waitFor({ state: 'hidden' });

          await court.getByRole('button', { name: /^修改“按双监控结果/ }).click();
          await court.getByLabel('这一段的文字').fill('按双监控结果，有一个项目亮红灯，已约谈物业公司。');
          await court.getByText('请先保存修改。').waitFor();
          await court.getByRole('link', { name: '‹ 全部报告' }).click();
          await court.getByRole('button', { name: '继续修改' }).click();
          await court.getByRole('button', { name: '保存为新版本' }).click();
          await court.getByText('已约谈物业公司。').waitFor();
          await court.getByRole('button', { name: '把第 1 版与最新版比较' }).click();
          await court.getByRole('dialog').getByRole('row').filter({ hasText: '已约谈物业公司' }).waitFor();
          await court.keyboard.press('Escape');
          await court.getByRole('button', { name: '报送审签', exact: true }).click();
          await court.getByRole('button', { name: '确认报送审签' }).click();
          await court.getByText('下一步：单位审核人审签封存').waitFor();
          expect(await court.getByRole('button', { name: '封存', exact: true }).count()).toBe(0);

          await reviewer.goto('/outputs?tab=reports&state=submitted');
          await reviewer.getByRole('link', { name: /法院2026年1月至6月/ }).click();
          await reviewer.getByRole('button', { name: '封存', exact: true }).click();
          await reviewer.getByRole('button', { name: '确认封存' }).click();
          await reviewer.getByText('完好，与封存时相同').waitFor();
          expect(await seriousViolations(reviewer)).toEqual([]);
          const [file] = await Promise.all([
            reviewer.waitForEvent('download'),
            reviewer.getByRole('link', { name: '下载 Word' }).click(),
          ]);
          expect((await bytesOf(file)).subarray(0, 2).toString()).toBe('PK');
        }),
      SEVERAL_PEOPLE_MS,
    );

    it('refuses a template with its problems, and publishes none of it', () =>
      stage.walk(async (page) => {
        await openAs(page, 'finance', '/outputs?tab=templates');
        const form = template(page, '监控表');
        const link = form.getByRole('link', { name: '下载监控表第 1 版表样' });
        const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
        const workbook = await workbookOf(await bytesOf(file));
        for (const sheet of workbook.worksheets)
          sheet.eachRow((row) =>
            row.eachCell((cell) => {
              if (cell.text.includes('{{')) cell.value = '{{没有这个栏目}}';
            }),
          );
        const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
        await form.getByLabel('把改好的表样拖到这里').setInputFiles({ name: '改坏.xlsx', mimeType: XLSX, buffer });
        await form.getByText(/“改坏.xlsx”有 \d+ 处不对，没有发布/).waitFor();
        await form.getByRole('table', { name: '表样中的问题' }).getByRole('row').nth(1).waitFor();
        expect(await form.getByRole('button', { name: '发布为现行表样' }).isDisabled()).toBe(true);
        expect(await seriousViolations(page)).toEqual([]);
        await page.reload();
        await link.waitFor();
        expect(await form.getByRole('row').count()).toBe(2);
      }));
  });
}
