import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { choosePage, openAs, signIn, type Stage } from './stage.js';

const WHY = '设备招标流标，已重新招标，10月底完成支付。';

const openCentre = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^预警/ }).click();
  await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
};
const lines = (page: Page) => page.locator('[data-alert]');
const opener = (page: Page, at: number) => lines(page).nth(at).getByRole('button').first();
const bulk = (page: Page) => page.getByRole('group', { name: '批量处理' });
const count = (page: Page, name: string) =>
  page.getByRole('group', { name: '按情况查看' }).getByRole('button', { name: new RegExp(`^${name}`) });
/** Narrows the list to what a button counts. @returns how many lines it has then */
async function narrow(page: Page, name: string): Promise<number> {
  const counted = Number(/\d+/.exec(await count(page, name).innerText())?.[0]);
  await count(page, name).click();
  await page.getByText(`共 ${counted} 条`, { exact: true }).waitFor();
  return counted;
}
const isFocused = (element: Element): boolean => element === document.activeElement;
/** What the page cannot hear of, it still shows as it was. */
const deaf = async (page: Page): Promise<void> => {
  await page.route('**/api/events', (route) => route.abort());
};

/** Journeys of a warning from the unit that has to answer it to finance, which decides what follows. */
export function alertJourneys(stage: Stage): void {
  describe('alerts', () => {
    it('R27: a clerk answers many at once, and is told of the one that somebody else has answered meanwhile', () =>
      stage.walkTogether(async (clerk, reviewer) => {
        await deaf(clerk);
        await signIn(clerk, 'court');
        await openCentre(clerk);
        const open = await narrow(clerk, '待回应');
        expect(open).toBeGreaterThan(1);
        await clerk.getByLabel('全选本页').check();

        await openAs(reviewer, 'reviewer', '/alerts?state=open');
        await opener(reviewer, 0).click();
        await reviewer.getByLabel('继续执行').check();
        await reviewer.getByLabel('原因和措施').fill(WHY);
        await reviewer.getByRole('button', { name: '提交回应' }).click();
        await reviewer.getByText('已回应 1 条。').waitFor();

        await bulk(clerk)
          .getByRole('button', { name: `回应 ${open} 条` })
          .click();
        const send = bulk(clerk).getByRole('button', { name: `提交回应（${open} 条）` });
        await send.click();
        await bulk(clerk).getByText('请选择继续执行、调剂预算或取消项目。').waitFor();
        await bulk(clerk).getByText('请写明原因和打算采取的措施。').waitFor();
        expect(await seriousViolations(clerk)).toEqual([]);
        await bulk(clerk).getByLabel('继续执行').check();
        await bulk(clerk).getByLabel('原因和措施').fill(WHY);
        await send.click();
        const outcome = clerk.getByRole('status').filter({ hasText: `已回应 ${open - 1} 条。` });
        await outcome.getByText('1 条没有办成', { exact: false }).waitFor();
        await outcome.getByText('这条预警已经回应。', { exact: false }).waitFor();
        await clerk.getByText('没有符合条件的预警').waitFor();
        const link = clerk.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '预警', exact: true });
        await link.waitFor();
      }));

    it('R27: are answered by keyboard alone, and what was typed outlives the page', () =>
      stage.walk(async (page) => {
        await openAs(page, 'legalaid', '/alerts?state=open');
        await lines(page).first().waitFor();
        const open = await lines(page).count();
        await opener(page, 0).focus();
        await page.keyboard.press('ArrowDown');
        expect(await opener(page, 1).evaluate(isFocused)).toBe(true);
        await page.keyboard.press('k');
        await page.keyboard.press('Enter');
        const text = page.getByLabel('原因和措施');
        await text.waitFor();
        expect(await seriousViolations(page)).toEqual([]);
        // 确认收到, the choice, the text.
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
        expect(await page.getByLabel('调剂预算').isChecked()).toBe(true);
        await page.keyboard.press('Tab');
        expect(await text.evaluate(isFocused)).toBe(true);
        await page.keyboard.type(WHY);

        await page.reload();
        await page.getByText('这是上次没有提交的内容。').waitFor();
        expect(await text.inputValue()).toBe(WHY);
        expect(await page.getByLabel('调剂预算').isChecked()).toBe(true);
        await text.focus();
        await page.keyboard.press('Control+Enter');
        await page.getByText('已回应 1 条。').waitFor();
        await page.getByText(`共 ${open - 1} 条`, { exact: true }).waitFor();
        await page.waitForFunction(() => document.activeElement?.closest('[data-alert]') !== null);
      }));

    it('R27: finance drops a suspension in writing, which the history tells', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openCentre(page);
        const proposed = await narrow(page, '待决定暂停');
        const id = (await lines(page).first().getAttribute('data-alert')) ?? '';
        await opener(page, 0).focus();
        await page.keyboard.press('x');
        await page.keyboard.press('r');
        const decide = bulk(page).getByRole('button', { name: '决定是否暂停 1 条' });
        expect(await decide.evaluate(isFocused)).toBe(true);
        await page.keyboard.press('Enter');
        await bulk(page).getByLabel('不予暂停').check();
        await bulk(page).getByRole('button', { name: '提交决定（1 条）' }).click();
        await bulk(page).getByText('请写明理由。').waitFor();
        await bulk(page).getByLabel('理由（单位会看到）').fill('单位已说明原因，再给一次期限。');
        await bulk(page).getByRole('button', { name: '提交决定（1 条）' }).click();
        await page.getByText('已决定不予暂停 1 条。').waitFor();
        await page.locator(`[data-alert="${id}"]`).waitFor({ state: 'detached' });
        expect(await lines(page).count()).toBe(proposed - 1);

        await page.goto(`/alerts?alert=${id}&state=closed`);
        const history = page.getByRole('region', { name: '办理过程' });
        await history.getByText('财政决定不予暂停', { exact: false }).waitFor();
        await history.getByText('单位已说明原因，再给一次期限。').waitFor();
      }));

    it('R27: a rectification is opened beside the alert that it answers, which leads to it from then on', () =>
      stage.walk(async (page) => {
        await openAs(page, 'legalaid', '/alerts?state=open');
        const id = (await lines(page).first().getAttribute('data-alert')) ?? '';
        await opener(page, 0).click();
        await page.getByRole('button', { name: '发起整改' }).click();
        const dialog = page.getByRole('dialog', { name: '发起整改' });
        expect(await dialog.getByLabel('问题').inputValue()).not.toBe('');
        expect(await seriousViolations(page)).toEqual([]);
        await dialog.getByRole('button', { name: '发起整改' }).click();
        await page.waitForURL('**/rectification?id=*');
        await page.getByRole('dialog', { name: '整改事项' }).waitFor();

        await page.goto(`/alerts?alert=${id}&state=rectifying`);
        await page.getByRole('link', { name: '整改事项（待制定措施）' }).click();
        await page.waitForURL('**/rectification?id=*');
      }));

    it('show the filter of the address again after reloading, and to whom the address is given', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openCentre(page);
        await page.getByLabel('规则').selectOption({ label: '连续变差' });
        await count(page, '黄色').click();
        await page.getByRole('searchbox', { name: '按项目、编码或单位查找' }).fill('司法局');
        await page.waitForURL(/kind=worsening.*severity=yellow|severity=yellow.*kind=worsening/);
        await page.waitForURL(({ searchParams }) => searchParams.get('q') === '司法局');
        await page.getByText('共 1 条', { exact: true }).waitFor();
        await page.reload();
        await page.getByText('共 1 条', { exact: true }).waitFor();
        expect(await page.getByLabel('规则').inputValue()).toBe('worsening');
        expect(await count(page, '黄色').getAttribute('aria-pressed')).toBe('true');
        expect(await page.getByRole('searchbox', { name: '按项目、编码或单位查找' }).inputValue()).toBe('司法局');
        await page.getByRole('button', { name: '看全部未关闭的' }).click();
        await page.waitForURL(({ search }) => search === '');
      }));

    it('offer nothing to do to those who only read them', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.getByRole('link', { name: /^红色预警 \d+ 条未关闭$/ }).click();
        await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
        expect(await count(page, '红色').getAttribute('aria-pressed')).toBe('true');
        await opener(page, 0).click();
        await page.getByRole('region', { name: '办理过程' }).getByText('发出预警').waitFor();
        expect(await page.getByRole('checkbox').count()).toBe(0);
        expect(await page.getByRole('table', { name: /^预警/ }).getByRole('button').count()).toBe(
          await lines(page).count(),
        );
        await page.keyboard.press('Escape');
        await page.getByRole('region', { name: '办理过程' }).waitFor({ state: 'detached' });
      }));

    it('stand on the page of their project, where they are answered as well, and on that of the unit', () =>
      stage.walk(async (page) => {
        await openAs(page, 'legalaid', '/alerts?state=open');
        await opener(page, 0).click();
        await page.getByRole('link', { name: /^查看项目/ }).click();
        await page.getByRole('heading', { level: 2, name: /^预警/ }).waitFor();
        const open = page
          .getByRole('button', { name: /^展开预警/ })
          .filter({ hasText: '处理' })
          .first();
        await open.click();
        await page.getByRole('button', { name: '确认收到' }).click();
        await page.getByText('已签收', { exact: true }).waitFor();
      }));

    it('tell how the units answer, unit by unit', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openCentre(page);
        await page.getByRole('link', { name: '回应情况' }).click();
        const table = page.getByRole('table', { name: /各单位回应预警的情况$/ });
        await table.getByRole('link', { name: '青禾县人民法院' }).waitFor();
        await table.getByRole('button', { name: '单位' }).click();
        await page.waitForURL(/by=name/);
        await table.getByRole('link', { name: '青禾县人民法院' }).click();
        await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
        await page.getByText(/^共 \d+ 条$/).waitFor();
        await choosePage(page, '总览');
      }));
  });
}
