import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { projectRow, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;

const DOCUMENT = `第二部分

预算项目绩效目标

1、诉讼服务中心改造绩效目标表
	102001青禾县人民法院
	单位：万元

	项目编码
	————
	项目名称
	诉讼服务中心改造

	预算规模及资金用途
	预算数
	58.60
	其中：财政    资金
	58.60
	其他资金
	

	
	用于诉讼服务大厅改造和自助立案设备购置

	资金支出计划（%）
	3月底
	6月底
	10月底
	12月底

	
	25%
	20%
	80%
	100%

	绩效目标
	1.完成诉讼服务大厅改造

	一级指标
	二级指标
	三级指标
	绩效指标描述
	指标值
	指标值确定依据

	产出指标
	数量指标
	购置自助立案设备
	购置设备数量
	≥12台
	年初工作计划

	满意度指标
	服务对象满意度指标
	当事人满意度
	当事人对诉讼服务的满意程度
	≥90%
	问卷调查
`;

/** Opens the form of a project of the clerk's unit in the round that is open. */
async function openReport(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '填报', exact: true }).click();
  await page
    .getByRole('navigation', { name: '要填报的项目' })
    .getByRole('link', { name: new RegExp(name) })
    .click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Journeys of those who put data in: clerks and finance. */
export function workingJourneys(stage: Stage): void {
  describe('importing targets', () => {
    it('shows what was understood before anything is saved, and saves on confirmation', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.getByRole('link', { name: '导入', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: '导入' }).waitFor();
        await page.getByLabel('年度').fill('2027');
        const file = { name: '法院2027.txt', mimeType: 'text/plain', buffer: Buffer.from(DOCUMENT, 'utf8') };
        await page.locator('input[type=file]').setInputFiles(file);
        await page.getByRole('button', { name: '预览' }).click();
        await page.getByText('新增 1 个', { exact: false }).first().waitFor();
        await page.getByText('诉讼服务中心改造').first().waitFor();
        expect(await page.getByText('58.60').count()).toBeGreaterThan(0);
        // 25 → 20 falls: the schedule is dropped with a warning, the project is not.
        expect(await page.getByText(/条提醒/).count()).toBeGreaterThan(0);
        await page.getByRole('button', { name: '保存 1 个项目' }).click();
        await page.getByText('已保存：新增 1 个').waitFor();
        await page.getByRole('cell', { name: '法院2027.txt' }).waitFor();
      }));

    it('says what is wrong with a file that holds no targets, and saves nothing', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.getByRole('link', { name: '导入', exact: true }).click();
        const file = { name: '通知.txt', mimeType: 'text/plain', buffer: Buffer.from('关于召开会议的通知', 'utf8') };
        await page.locator('input[type=file]').setInputFiles(file);
        await page.getByRole('button', { name: '预览' }).click();
        expect(await page.getByRole('alert').innerText()).toMatch(/绩效目标/);
        expect(await page.getByRole('cell', { name: '通知.txt' }).count()).toBe(0);
      }));
  });

  describe('reporting a quarter', () => {
    it('saves as one types, and the light changes on an open page without reloading it', () =>
      stage.walkTogether(async (leader, clerk) => {
        await signIn(leader, 'leader');
        await leader.getByRole('searchbox', { name: '按名称或编码查找' }).fill('社区矫正');
        const row = projectRow(leader, '社区矫正工作经费');
        const spending = row.getByRole('cell').nth(-2); // the last two are the lights of spending and of goals
        await spending.getByText('黄').waitFor();
        await leader.evaluate(() => Object.assign(globalThis, { stillThisPage: true }));

        await signIn(clerk, 'justice');
        await openReport(clerk, '社区矫正工作经费');
        await clerk.getByLabel('财政拨款（万元）').fill('66.50');
        await clerk.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });

        await spending.getByText('绿').waitFor({ timeout: WAIT_MS });
        expect(await row.innerText()).toContain('66.50');
        expect(await leader.evaluate(() => 'stillThisPage' in globalThis)).toBe(true);
      }));

    it('refuses a negative amount at its field and keeps what was typed', () =>
      stage.walk(async (page) => {
        await signIn(page, 'traffic');
        await openReport(page, '道路交通安全设施维护费');
        const amount = page.getByLabel('财政拨款（万元）');
        await amount.fill('-5');
        await page.getByText('金额不能为负数。').waitFor();
        expect(await amount.inputValue()).toBe('-5');
        expect(await amount.getAttribute('aria-invalid')).toBe('true');
      }));

    it('hands a complete report in, after which it is read only, and takes it back', () =>
      stage.walk(async (page) => {
        await signIn(page, 'traffic');
        await openReport(page, '电子警察设备更新改造');
        await page.getByRole('button', { name: '提交', exact: true }).click();
        await page.getByText('已提交，内容只能查看').waitFor();
        expect(await page.getByLabel('财政拨款（万元）').isDisabled()).toBe(true);
        await page.getByRole('button', { name: '撤回' }).click();
        await page.getByRole('button', { name: '提交', exact: true }).waitFor();
        expect(await page.getByLabel('财政拨款（万元）').isEnabled()).toBe(true);
      }));

    it('shows a locked round but changes nothing in it', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.goto('/report?year=2025&month=6');
        await page.getByText('本监控期已锁定，填报内容只能查看。', { exact: false }).waitFor();
        expect(await page.getByLabel('财政拨款（万元）').isDisabled()).toBe(true);
        expect(await page.getByRole('button', { name: '提交', exact: true }).count()).toBe(0);
      }));
  });

  describe('finance', () => {
    it('adjusts a budget, and the project is judged anew', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.getByRole('searchbox', { name: '按名称或编码查找' }).fill('法律援助案件补贴');
        await projectRow(page, '法律援助案件补贴').getByRole('link', { name: '法律援助案件补贴' }).click();
        await page.getByRole('heading', { level: 1, name: '法律援助案件补贴' }).waitFor();
        await page.getByRole('button', { name: '调整预算' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('金额（万元）').fill('12');
        await dialog.getByLabel('生效日期').fill('2026-09-15');
        await dialog.getByLabel('调整原因').fill('案件增加，追加补贴');
        await dialog.getByRole('button', { name: '保存' }).click();
        await page.getByText('80.00').first().waitFor({ timeout: WAIT_MS });
        const badge = page.locator('header.head').getByText('绿');
        await badge.waitFor({ timeout: WAIT_MS });
      }));

    it('recomputes a round and sees the job end in the tray', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.getByRole('link', { name: '监控期', exact: true }).click();
        await page.getByRole('button', { name: '重新计算' }).first().click();
        await page.getByText('已开始重新计算', { exact: false }).waitFor();
        await page.getByRole('link', { name: '后台任务', exact: true }).click();
        await page
          .getByRole('row', { name: /重新计算监控期.*完成/ })
          .first()
          .waitFor({ timeout: WAIT_MS });
      }));
  });
}
