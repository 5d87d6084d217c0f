import { describe, expect, it } from '@jest/globals';
import { cellOnSheet, editor, openSheet, projectOnSheet, typeInto } from './sheet.js';
import { signIn, type Stage } from './stage.js';

const WAIT_MS = 15_000;
const FISCAL = '财政拨款（万元）';

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
  });
}
