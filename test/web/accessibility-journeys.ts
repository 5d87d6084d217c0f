import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { openAs, openProject, signIn, type Stage } from './stage.js';

/** A full sheet has thousands of elements to look at, each time. */
const THREE_LOOKS_MS = 120_000;

/** The event stream never ends, so that the network may not come to rest. */
const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle').catch(() => undefined);

/** @param rules of axe; left out: all of WCAG A and AA */
async function expectNoBarrier(page: Page, rules?: readonly string[]): Promise<void> {
  await settled(page);
  expect(await seriousViolations(page, rules)).toEqual([]);
}

/** Opens a dialog by a button, looks at it as soon as it is there in full, and closes it by Escape. */
async function lookInto(page: Page, button: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const opener = page.getByRole('button', { name: button, exact: true }).first();
  await opener.click();
  await page.getByRole('dialog').waitFor();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Every page of the navigation, with somebody who has it. */
const PAGES = [
  ['leader', '/overview'],
  ['leader', '/overview?view=charts'],
  ['leader', '/overview?view=changes'],
  ['leader', '/overview?view=missing'],
  ['leader', '/overview?view=list'],
  ['leader', '/analysis'],
  ['leader', '/analysis?view=years'],
  ['leader', '/analysis?view=rush'],
  ['justice', '/department-goals?year=2026&month=9'],
  ['court', '/report'],
  ['finance', '/imports'],
  ['finance', '/treasury'],
  ['justice', '/report?year=2026&month=9'],
  ['finance', '/review?year=2026&month=9'],
  ['finance', '/owing?year=2026&month=9'],
  ['court', '/alerts'],
  ['leader', '/alerts?view=scorecard'],
  ['finance', '/outputs'],
  ['court', '/outputs?tab=reports'],
  ['auditor', '/outputs?tab=check'],
  ['finance', '/outputs?tab=templates'],
  ['finance', '/targets'],
  ['finance', '/verification?year=2026&month=9'],
  ['finance', '/rules'],
  ['finance', '/rules/alerts'],
  ['finance', '/rules/evaluation'],
  ['finance', '/self-evaluation'],
  ['finance', '/rounds'],
  ['justice', '/notifications'],
  ['justice', '/me'],
  ['admin', '/settings/people'],
  ['admin', '/settings/organisations'],
  ['admin', '/settings/work-calendar'],
  ['admin', '/settings/tokens'],
  ['admin', '/settings/channels'],
  ['admin', '/jobs'],
  ['auditor', '/audit'],
] as const;

/** What axe finds on the pages and in the dialogs, and what the keyboard alone reaches. */
export function accessibilityJourneys(stage: Stage): void {
  describe('accessibility', () => {
    it('meets no serious barrier at the door', () =>
      stage.walk(async (page) => {
        await page.goto('/sign-in');
        await page.getByRole('heading', { name: '登录' }).waitFor();
        await expectNoBarrier(page);
      }));

    it.each(PAGES)(
      '%s meets no serious barrier on %s, in either language and in the dark',
      (username, path) =>
        stage.walk(async (page) => {
          await openAs(page, username, path);
          await page.getByRole('main').getByRole('heading').first().waitFor();
          await expectNoBarrier(page);
          await page.getByRole('button', { name: 'English' }).click();
          await page.getByRole('button', { name: '中文' }).waitFor();
          await expectNoBarrier(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          await page.waitForFunction(() => document.documentElement.classList.contains('dark'));
          await expectNoBarrier(page, ['color-contrast']);
        }),
      THREE_LOOKS_MS,
    );

    it('meets no serious barrier on the wall, in any of its scenes', () =>
      stage.walk(async (page) => {
        await openAs(page, 'leader', '/wall?year=2026&month=9&every=600');
        for (const name of ['总体', '单位', '落后项目']) {
          await page.getByRole('button', { name, exact: true }).click();
          await page.getByRole('region', { name, exact: true }).getByRole('heading').first().waitFor();
          await expectNoBarrier(page);
        }
      }));

    it('meets no serious barrier on a project', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await openProject(page, '审判综合楼物业及运转费');
        await page.getByRole('button', { name: '看表格' }).waitFor();
        await expectNoBarrier(page);
      }));

    it('meets no serious barrier in the dialogs about rounds and at the seals of a locked one', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        await page.getByRole('link', { name: '监控期', exact: true }).click();
        for (const button of ['改期限', '延期', '锁定']) await lookInto(page, button);
        await page.getByRole('button', { name: '封存与更正' }).first().click();
        await page.getByRole('button', { name: '校验', exact: true }).click();
        await page.getByText(/^已核对 \d+ 个项目/).waitFor();
        await expectNoBarrier(page);
        await lookInto(page, '重新开放…');
      }));

    it('meets no serious barrier where people and tokens are added', () =>
      stage.walk(async (page) => {
        await signIn(page, 'admin');
        await lookInto(page, '新增人员');
        await page.getByRole('link', { name: 'justicehead' }).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expectNoBarrier(page);
        await page.getByRole('link', { name: '单位', exact: true }).click();
        await lookInto(page, '修改“青禾县法律援助中心”');
      }));

    it('opens the seldom used pages by the keyboard, and Escape leads back to their heading', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        const more = page.getByRole('button', { name: '更多' });
        await more.focus();
        await page.keyboard.press('Enter');
        expect(await more.getAttribute('aria-expanded')).toBe('true');
        await expectNoBarrier(page);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Escape');
        expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
        await page.keyboard.press('Enter');
        const treasury = page.getByRole('link', { name: '国库数据', exact: true });
        while (!(await treasury.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name: '国库数据' }).waitFor();
        expect(await page.getByRole('link', { name: '核实', exact: true }).isVisible()).toBe(false);
      }));
  });
}
