import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SheetPage } from '../../apps/api/src/features/reporting/http/sheet.dto.js';
import { seriousViolations } from '../support/browser.js';
import { cellOnSheet, editor, openSheet, pasteBlock, projectOnSheet, typeInto } from './sheet.js';
import { openList, projectRow, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
const FISCAL = '财政拨款（万元）';
const COMMUNITY = '社区矫正工作经费';
const VILLAGE = '乡村法律明白人志愿宣讲';
const PUBLICITY = '法治宣传教育经费';

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

interface Reopenings {
  readonly items: readonly { readonly id: string }[];
}

/** Finance reopens one indicator of the locked round. @returns what takes that back */
async function reopen(finance: Page, project: string, indicator: string): Promise<() => Promise<void>> {
  const round = '/api/rounds/2025/6';
  const found = await finance.request.get(`${round}/sheet?search=${encodeURIComponent(project)}`);
  const { items } = (await found.json()) as SheetPage;
  const target = items.find((item) => item.project.name === project)?.project;
  const data = {
    projectId: target?.id,
    indicatorId: target?.indicators.find(({ name }) => name === indicator)?.id,
    reason: '案件数有误',
    expiresOn: '2999-12-31',
  };
  const answer = await finance.request.post(`${round}/reopenings`, { data });
  expect(answer.status()).toBe(201);
  const [reopening] = ((await answer.json()) as Reopenings).items;
  return async () => {
    const taken = await finance.request.post(`${round}/reopenings/${reopening?.id}/withdraw`);
    expect(taken.ok()).toBe(true);
  };
}

/** Journeys of a clerk who fills in the sheet. */
export function fillingJourneys(stage: Stage): void {
  describe('filling in the sheet', () => {
    it('saves as one types, and the light changes on an open page without reloading it', () =>
      stage.walkTogether(async (leader, clerk) => {
        await signIn(leader, 'leader');
        await openList(leader);
        await leader.getByRole('searchbox', { name: '按名称或编码查找' }).fill('社区矫正');
        const row = projectRow(leader, COMMUNITY);
        const spending = row.getByRole('cell').nth(-3); // after it come the light of goals and the explanation
        await spending.getByText('黄').waitFor();
        await leader.evaluate(() => Object.assign(globalThis, { stillThisPage: true }));

        await signIn(clerk, 'justice');
        await openSheet(clerk);
        await typeInto(clerk, cellOnSheet(clerk, COMMUNITY, FISCAL), '66.50');
        await projectOnSheet(clerk, COMMUNITY)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });

        await spending.getByText('绿').waitFor({ timeout: WAIT_MS });
        expect(await row.innerText()).toContain('66.50');
        expect(await leader.evaluate(() => 'stillThisPage' in globalThis)).toBe(true);
      }));

    it('refuses a negative amount at its cell and keeps what was typed', () =>
      stage.walk(async (page) => {
        await signIn(page, 'traffic');
        await openSheet(page);
        const amount = cellOnSheet(page, '道路交通安全设施维护费', FISCAL);
        await typeInto(page, amount, '-5');
        await page.getByText('金额不能为负数。').first().waitFor();
        expect(await amount.innerText()).toBe('-5');
        expect(await amount.getAttribute('aria-invalid')).toBe('true');
      }));

    it('moves by the keyboard across projects, takes back by Escape and undoes by Ctrl+Z', () =>
      stage.walk(async (page) => {
        await signIn(page, 'justice');
        await openSheet(page);
        const last = cellOnSheet(page, VILLAGE, '村民满意度');
        await last.click();
        await page.keyboard.press('Enter');
        expect(await editor(page).getAttribute('aria-label')).toBe(`${FISCAL}，本期`);
        const amount = cellOnSheet(page, PUBLICITY, FISCAL);
        const before = await editor(page).inputValue();
        await page.keyboard.type('1');
        await page.keyboard.press('Escape');
        expect(await editor(page).inputValue()).toBe(before);
        await page.keyboard.type('12.5');
        await page.keyboard.press('Tab');
        expect(await amount.innerText()).toBe('12.5');
        expect(await editor(page).getAttribute('aria-label')).toBe(`${FISCAL}，偏差原因`);
        await page.keyboard.press('Control+z');
        expect(await editor(page).inputValue()).toBe(before);
        await page.keyboard.press('Control+Home');
        expect(await cellOnSheet(page, VILLAGE, FISCAL).locator('#sheet-editor').count()).toBe(1);
      }));

    it('asks for a reason exactly where the light needs one (R24), and takes it from the list', () =>
      stage.walk(async (page) => {
        await signIn(page, 'justice');
        await openSheet(page);
        const line = (column: 'value' | 'reasons' | 'reasonNote') =>
          cellOnSheet(page, PUBLICITY, '普法活动场次', column);
        await typeInto(page, line('value'), '60');
        expect(await line('reasons').getAttribute('title')).toBe('此灯要说明原因，请选偏差原因');
        await line('reasons').click();
        await page.keyboard.press('Space');
        await page.keyboard.press('3');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Tab');
        expect(await line('reasons').innerText()).toBe('人员保障');
        await page.getByText('已选原因，请填原因说明').first().waitFor();
        await page.keyboard.type('人手不足');
        await page.keyboard.press('Enter');
        await page.getByText('已选原因，请填原因说明').waitFor({ state: 'detached' });
      }));

    it('takes a block from a spreadsheet, and lists what it could not take', () =>
      stage.walk(async (page) => {
        await signIn(page, 'traffic');
        await openSheet(page);
        const project = '道路交通安全设施维护费';
        await cellOnSheet(page, project, FISCAL).click();
        await pasteBlock(page, '21.5\t人员保障\t施工推迟\n3,000元\t\n一千');
        await page.getByText('有 1 格没有采用', { exact: false }).waitFor();
        expect(await cellOnSheet(page, project, FISCAL, 'reasons').innerText()).toBe('人员保障');
        expect(await cellOnSheet(page, project, '其他资金（万元）').innerText()).toBe('3,000元');
        await page.getByText('全年预计执行（万元），本期：', { exact: false }).waitFor();
        expect(await cellOnSheet(page, project, '全年预计执行（万元）').innerText()).toBe('一千');
        expect(await seriousViolations(page)).toEqual([]);
      }));

    it('loses nothing while the connection is down, not even where the page dies meanwhile', () =>
      stage.walk(async (page) => {
        await signIn(page, 'legalaid');
        await openSheet(page);
        const project = await page.locator('tr[data-project] a').first().innerText();
        await page.context().setOffline(true);
        await typeInto(page, cellOnSheet(page, project, '其他资金（万元）'), '0.37');
        await page.getByText('网络断开', { exact: false }).waitFor({ timeout: WAIT_MS });
        // Torn down at once: a page that is closed may still see the connection return, and save as it goes.
        await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)]);
        const again = await page.context().newPage();
        await page.close();
        await again.context().setOffline(false);
        await again.goto('/report');
        await again.getByText('已恢复上次没有保存成功的内容', { exact: false }).waitFor();
        await projectOnSheet(again, project)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });
        await again.reload();
        expect(await cellOnSheet(again, project, '其他资金（万元）').innerText()).toBe('0.37');
      }));

    it('brings two clerks together: what each alone changed is kept, what both changed is chosen', () =>
      stage.walkTogether(async (first, second) => {
        const amount = '其他资金（万元）';
        const full = '全年预计执行（万元）';
        for (const page of [first, second]) {
          await signIn(page, 'legalaid');
          await openSheet(page);
        }
        const project = await first.locator('tr[data-project] a').first().innerText();
        await second.route('**/api/events', (route) => route.abort());
        await second.route('**/report', async (route) => {
          if (route.request().method() === 'PUT') await released;
          await route.continue();
        });
        let release = (): void => undefined;
        const released = new Promise<void>((resolve) => (release = resolve));
        await typeInto(second, cellOnSheet(second, project, amount), '2.22');
        await typeInto(second, cellOnSheet(second, project, FISCAL, 'reasonNote'), '乙的说明');
        await typeInto(first, cellOnSheet(first, project, amount), '1.11');
        await typeInto(first, cellOnSheet(first, project, full), '55');
        await projectOnSheet(first, project)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });
        release();
        await second.getByText('以下几处两人都改了', { exact: false }).waitFor({ timeout: WAIT_MS });
        expect(await cellOnSheet(second, project, full).innerText()).toBe('55.00');
        await second.getByRole('button', { name: '用我的：2.22' }).click();
        await projectOnSheet(second, project)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });
        await first.reload();
        expect(await cellOnSheet(first, project, amount).innerText()).toBe('2.22');
        expect(await cellOnSheet(first, project, full).innerText()).toBe('55.00');
        expect(await cellOnSheet(first, project, FISCAL, 'reasonNote').innerText()).toBe('乙的说明');
      }));

    it('hands a complete report in, after which it is read only, and takes it back', () =>
      stage.walk(async (page) => {
        const project = '电子警察设备更新改造';
        await signIn(page, 'traffic');
        await openSheet(page);
        await page.getByRole('button', { name: `提交 ${project}` }).click();
        const amount = cellOnSheet(page, project, FISCAL);
        await page.getByRole('button', { name: `撤回 ${project}` }).waitFor();
        expect(await amount.getAttribute('aria-readonly')).toBe('true');
        await page.getByRole('button', { name: `撤回 ${project}` }).click();
        await page.getByRole('button', { name: `提交 ${project}` }).waitFor();
        expect(await amount.getAttribute('aria-readonly')).toBe('false');
      }));

    it('shows why a report came back, and hands the corrected one in again', () =>
      stage.walk(async (page) => {
        const project = '审判综合楼物业及运转费';
        await signIn(page, 'court');
        await openSheet(page);
        const lines = projectOnSheet(page, project);
        await lines.getByText('请补充说明剩余合同款的支付计划', { exact: false }).waitFor();
        await lines.getByText('已退回', { exact: true }).waitFor();
        await page.getByRole('button', { name: `办理过程：${project}` }).click();
        const history = page.getByRole('dialog', { name: `办理过程：${project}` });
        await history.getByRole('listitem').filter({ hasText: '退回' }).first().waitFor();
        await page.keyboard.press('Escape');
        await typeInto(page, cellOnSheet(page, project, FISCAL, 'reasonNote'), '新合同款分三期，十二月前付清。');
        await lines.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        await page.getByRole('button', { name: /^提交已填全的 \d+ 个项目$/ }).click();
        await page.getByText(/^已提交 \d+ 个项目。/).waitFor();
        await page.getByRole('button', { name: `撤回 ${project}` }).waitFor();
        expect(await lines.getByText('请补充说明剩余合同款的支付计划', { exact: false }).count()).toBe(0);
      }));

    it('takes a file as evidence of one indicator, and shows it', () =>
      stage.walk(async (page) => {
        const project = '道路交通安全设施维护费';
        await signIn(page, 'traffic');
        await openSheet(page);
        await page.getByRole('button', { name: `${project}的佐证材料，0 个文件` }).click();
        const dialog = page.getByRole('dialog', { name: `佐证材料：${project}` });
        const of = dialog.getByLabel('所属');
        const indicator = (await of.locator('option').nth(1).innerText()).trim();
        await of.selectOption({ label: indicator });
        await dialog.locator('input[type=file]').setInputFiles(file('验收单.txt', '已验收'));
        const item = dialog.getByRole('listitem').filter({ hasText: '验收单.txt' });
        await item.getByText(indicator).waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await dialog.locator('input[type=file]').setInputFiles(file('假的.pdf', 'no pdf at all'));
        await dialog.getByRole('alert').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: `${project}的佐证材料，1 个文件` }).waitFor();
      }));

    it('corrects the one indicator of a locked round that was reopened, and nothing else', () =>
      stage.walkTogether(async (finance, clerk) => {
        const project = '办案业务经费';
        const line = '审结案件数量';
        await signIn(finance, 'finance');
        const withdraw = await reopen(finance, project, line);
        await signIn(clerk, 'court');
        await clerk.goto('/report?year=2025&month=6');
        const lines = projectOnSheet(clerk, project);
        await lines.getByText(`只重新开放了指标“${line}”：案件数有误`, { exact: false }).waitFor();
        const open = clerk.locator('td[aria-readonly=false]');
        const row = lines.getByRole('row').filter({ has: clerk.getByRole('rowheader', { name: line, exact: true }) });
        expect(await open.count()).toBe(await row.locator('td[aria-readonly=false]').count());
        await typeInto(clerk, cellOnSheet(clerk, project, line), '2801');
        await lines.getByText(/^已保存/).waitFor({ timeout: WAIT_MS });
        expect(await seriousViolations(clerk)).toEqual([]);
        await clerk.getByRole('button', { name: `提交 ${project}` }).click();
        await clerk.getByRole('button', { name: `撤回 ${project}` }).waitFor();
        expect(await open.count()).toBe(0);
        await withdraw();
      }));

    it('shows a locked round but changes nothing in it', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.goto('/report?year=2025&month=6');
        await page.getByText('本监控期已锁定，填报内容只能查看。', { exact: false }).waitFor();
        expect(await page.locator('td[aria-readonly=false]').count()).toBe(0);
        expect(await editor(page).count()).toBe(0);
        expect(await page.getByRole('button', { name: /^提交/ }).count()).toBe(0);
      }));
  });
}
