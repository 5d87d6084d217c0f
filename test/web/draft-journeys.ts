import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SheetPage } from '../../apps/api/src/features/reporting/http/sheet.dto.js';
import { cellOnSheet, editor, openSheet, projectOnSheet, typeInto } from './sheet.js';
import { PASSWORD, signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
const FISCAL = '财政拨款（万元）';

const ADDED = '新增的指标';

/** From now on the server's sheet has one indicator more in every project, as after new targets were adopted. */
async function addIndicator(page: Page): Promise<void> {
  await page.route('**/sheet?*', async (route) => {
    const response = await route.fetch();
    const { items, ...rest } = (await response.json()) as SheetPage;
    const json = {
      ...rest,
      items: items.map(({ project, ...item }) => ({
        ...item,
        project: {
          ...project,
          targetVersion: project.targetVersion + 1,
          indicators: [...project.indicators, { ...project.indicators[0], id: 'added', name: ADDED }],
        },
      })),
    };
    await route.fulfill({ response, json });
  });
}

/** Journeys of input that could not be saved at once. */
export function draftJourneys(stage: Stage): void {
  describe('input that is not saved', () => {
    it('is told where a colleague has handed the report in, and put back once it is taken back', () =>
      stage.walkTogether(async (late, colleague) => {
        const project = '电子警察设备更新改造';
        const note = '迟到的说明';
        for (const page of [late, colleague]) {
          await signIn(page, 'traffic');
          await openSheet(page);
        }
        await late.context().setOffline(true);
        await typeInto(late, cellOnSheet(late, project, FISCAL, 'reasonNote'), note);
        await late.getByText('网络断开', { exact: false }).waitFor({ timeout: WAIT_MS });
        await colleague.getByRole('button', { name: `提交 ${project}` }).click();
        await colleague.getByRole('button', { name: `撤回 ${project}` }).waitFor();

        await late.context().setOffline(false);
        const told = late.getByRole('status').filter({ hasText: '现在只能查看' });
        await told.getByText(note).waitFor({ timeout: WAIT_MS });
        expect(await cellOnSheet(late, project, FISCAL, 'reasonNote').innerText()).not.toContain(note);
        await late.reload();
        await told.getByText(note).waitFor();

        await colleague.getByRole('button', { name: `撤回 ${project}` }).click();
        await projectOnSheet(late, project)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });
        expect(await cellOnSheet(late, project, FISCAL, 'reasonNote').innerText()).toBe(note);
        expect(await told.count()).toBe(0);
      }));

    it('stays in its cell where the project gets another indicator while the sheet is open', () =>
      stage.walkTogether(async (clerk, colleague) => {
        const amount = '其他资金（万元）';
        for (const page of [clerk, colleague]) {
          await signIn(page, 'legalaid');
          await openSheet(page);
        }
        const project = await clerk.locator('tr[data-project] a').first().innerText();
        await typeInto(clerk, cellOnSheet(clerk, project, amount), '12万3');
        await projectOnSheet(clerk, project).getByText('其余已保存', { exact: false }).waitFor({ timeout: WAIT_MS });
        await typeInto(colleague, cellOnSheet(colleague, project, FISCAL, 'reasonNote'), '同事的说明');
        await projectOnSheet(colleague, project)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });
        await addIndicator(clerk);
        // As one comes back to the page from another one.
        await clerk.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')));
        await projectOnSheet(clerk, project).getByRole('rowheader', { name: ADDED }).waitFor({ timeout: WAIT_MS });
        expect(await cellOnSheet(clerk, project, amount).innerText()).toBe('12万3');
        expect(await cellOnSheet(clerk, project, FISCAL, 'reasonNote').innerText()).toBe('同事的说明');
      }));

    it('is kept for the person who typed it, even half a word, while another one uses the computer', () =>
      stage.walk(async (page) => {
        await signIn(page, 'legalaid');
        await openSheet(page);
        const project = await page.locator('tr[data-project] a').first().innerText();
        const reasons = cellOnSheet(page, project, FISCAL, 'reasons');
        await page.route('**/report', (route) =>
          route.request().method() === 'PUT' ? route.abort() : route.continue(),
        );
        await reasons.click();
        await editor(page).fill('制度');
        await page.goto('/sign-in');
        await page.getByRole('button', { name: '退出' }).click();
        await page.getByRole('button', { name: '登录' }).waitFor();
        await page.unroute('**/report');
        await signIn(page, 'traffic');
        await openSheet(page);
        expect(await page.getByText('已恢复上次没有保存成功的内容', { exact: false }).count()).toBe(0);
        await page.getByRole('button', { name: '退出' }).click();
        await page.getByRole('button', { name: '登录' }).waitFor();
        await signIn(page, 'legalaid');
        await openSheet(page);
        await page.getByText('已恢复上次没有保存成功的内容', { exact: false }).waitFor();
        expect(await reasons.innerText()).toBe('制度保障');
      }));

    it('is not saved in the name of somebody who signs in in another window', () =>
      stage.walk(async (page) => {
        const note = '何静写的说明';
        await signIn(page, 'traffic');
        await openSheet(page);
        const project = await page.locator('tr[data-project] a').first().innerText();
        const other = await page.context().newPage();
        await other.goto('/overview');
        // The first window asks now and then, and would leave the sheet before anything is typed.
        let answer = (): void => undefined;
        const typed = new Promise<void>((resolve) => (answer = resolve));
        await page.route('**/api/**', (route) => typed.then(() => route.continue()));
        await other.getByRole('button', { name: '退出' }).click();
        await other.getByRole('button', { name: '登录' }).waitFor();
        await signIn(other, 'police');
        await typeInto(page, cellOnSheet(page, project, FISCAL, 'reasonNote'), note);
        answer();
        await page.getByLabel('用户名').fill('traffic');
        await page.getByLabel('密码').fill(PASSWORD);
        await page.getByRole('button', { name: '登录' }).click();
        await projectOnSheet(page, project)
          .getByText(/^已保存/)
          .waitFor({ timeout: WAIT_MS });
        expect(await cellOnSheet(page, project, FISCAL, 'reasonNote').innerText()).toBe(note);
      }));
  });
}
