import { describe, expect, it } from '@jest/globals';
import { seriousViolations } from '../support/browser.js';
import { openAs, type Stage } from './stage.js';

const UNPAID = '审判综合楼物业及运转费';

/** Journeys over what is to be put right, decided and supervised. */
export function rectificationJourneys(stage: Stage): void {
  describe('rectification', () => {
    it('R27: the board is walked by the keyboard, and what is accepted there waits for the next light', () =>
      stage.walk(async (page) => {
        await openAs(page, 'finance', '/rectification');
        const board = page.getByRole('group', { name: /^整改看板/ });
        await board.getByRole('button').first().waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await board.getByRole('button').first().focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
        expect(focused).toContain(UNPAID);
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByText('物业费付款凭证.txt').first().waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        await dialog.getByRole('button', { name: '退回' }).click();
        await dialog.getByRole('button', { name: '确认退回' }).click();
        await dialog.getByText('请填写说明。').waitFor();
        await dialog.getByRole('button', { name: '验收通过' }).click();
        await dialog.getByRole('button', { name: '确认验收通过' }).click();
        await dialog.getByText('项目下一期的灯恢复后自动销号', { exact: false }).waitFor();
        expect(new URL(page.url()).searchParams.get('id')).not.toBeNull();
      }));

    it('a clerk plans, attaches evidence and hands in what the unit has to put right', () =>
      stage.walk(async (page) => {
        await openAs(page, 'police', '/rectification?look=list&state=drafting');
        await page.getByRole('button', { name: '反电信网络诈骗专项经费' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('整改措施').fill('每周调度宣传和劝阻任务。');
        await dialog.getByLabel('责任人').selectOption({ label: '马强 · 公安局填报人' });
        await dialog.getByRole('button', { name: '保存' }).click();
        await page.getByText('已保存。').first().waitFor();
        await dialog.getByRole('button', { name: '开始整改' }).click();
        await dialog.getByRole('button', { name: '确认开始整改' }).click();
        await page.getByText('已开始整改。').first().waitFor();
        const file = { name: '调度记录.txt', mimeType: 'text/plain', buffer: Buffer.from('每周调度记录') };
        await dialog.locator('input[type=file]').setInputFiles(file);
        await dialog.getByRole('link', { name: '调度记录.txt' }).waitFor();
        await dialog.getByRole('button', { name: '报送验收' }).click();
        await dialog.getByLabel('说明').fill('任务已追平，附调度记录。');
        await dialog.getByRole('button', { name: '确认报送验收' }).click();
        await page.getByText('已报送验收。').first().waitFor();
      }));

    it('R6: a measure that finance proposed is decided by the leader', () =>
      stage.walk(async (page) => {
        await openAs(page, 'leader', '/rectification?tab=measures&only=mine');
        await page.getByRole('button', { name: UNPAID }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: '批准', exact: true }).click();
        await dialog.getByRole('button', { name: '确认批准' }).click();
        await dialog.getByText('已批准，待执行').waitFor();
        expect(await seriousViolations(page)).toEqual([]);
      }));

    it('a leader’s comment becomes a matter with an owner and a deadline', () =>
      stage.walk(async (page) => {
        await openAs(page, 'leader', '/rectification?tab=supervisions');
        await page.getByRole('button', { name: '反电信网络诈骗专项经费' }).click();
        await page.getByRole('dialog').getByRole('link', { name: '反电信网络诈骗专项经费' }).click();
        await page.getByRole('link', { name: '已转督办（办理中）' }).waitFor();
        await page.getByText('自 2026年10月15日 起暂停拨款。').waitFor();
      }));
  });
}
