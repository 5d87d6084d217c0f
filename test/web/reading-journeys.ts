import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openProject, PASSWORD, projectRow, projectTable, signIn, type Stage } from './stage.js';

/** Journeys of those who read: leaders, finance, auditors. */
export function readingJourneys(stage: Stage): void {
  describe('signing in', () => {
    it('a wrong password is refused in plain words, and the page behind stays closed', () =>
      stage.walk(async (page) => {
        await page.goto('/overview');
        await page.getByRole('heading', { name: '登录' }).waitFor();
        await page.getByLabel('用户名').fill('leader');
        await page.getByLabel('密码').fill('wrong-password-1');
        await page.getByRole('button', { name: '登录' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('用户名或密码不正确');
        await page.goto('/overview');
        await page.getByRole('heading', { name: '登录' }).waitFor();
      }));

    it('leads back to the page that was asked for, and signing out closes it', () =>
      stage.walk(async (page) => {
        await page.goto('/overview?light=red');
        await page.getByLabel('用户名').fill('leader');
        await page.getByLabel('密码').fill(PASSWORD);
        await page.getByRole('button', { name: '登录' }).click();
        await page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
        expect(page.url()).toContain('light=red');
        await page.getByRole('button', { name: '退出' }).click();
        await page.getByRole('heading', { name: '登录' }).waitFor();
      }));

    it('works with the keyboard alone, as does opening the worst project', () =>
      stage.walk(async (page) => {
        await page.goto('/sign-in');
        await page.getByLabel('用户名').focus();
        await page.keyboard.type('leader');
        await page.keyboard.press('Tab');
        await page.keyboard.type(PASSWORD);
        await page.keyboard.press('Enter');
        const links = projectTable(page).locator('tbody').getByRole('link');
        await links.first().focus();
        await page.keyboard.press('ArrowDown');
        expect(await focusedText(page)).toBe(await links.nth(1).innerText());
        await page.keyboard.press('ArrowUp');
        const worst = await focusedText(page);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name: worst }).waitFor();
      }));
  });

  describe('the overview', () => {
    it('counts the county by light and narrows to the red ones, worst first', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        const red = page.getByRole('button', { name: /^红/ });
        expect(await red.innerText()).toMatch(/3\s*个项目/);
        await red.click();
        await page.getByText('3 个', { exact: true }).waitFor();
        const names = await projectTable(page).locator('tbody').getByRole('link').allInnerTexts();
        expect(new Set(names)).toEqual(
          new Set(['审判综合楼物业及运转费', '法律援助案件补贴', '反电信网络诈骗专项经费']),
        );
        await page.getByRole('button', { name: '看全部项目' }).click();
        await page.getByText('17 个', { exact: true }).waitFor();
      }));

    it('answers in the first screen, without scrolling', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        const row = projectRow(page, '法律援助案件补贴');
        await row.waitFor();
        const box = await row.boundingBox();
        expect((box?.y ?? 768) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
      }));

    it('goes back to an earlier, locked round', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.getByLabel('年度').selectOption({ label: '2025 年' });
        await page.getByLabel('监控期').selectOption({ label: '1-6月 · 已锁定' });
        await page.getByText('14 个', { exact: true }).waitFor();
        await projectRow(page, '电子警察设备更新改造').waitFor();
      }));

    it('shows a clerk the own unit only', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.getByRole('link', { name: '总览' }).click();
        await page.getByText('4 个', { exact: true }).waitFor();
        expect(await projectRow(page, '社区矫正工作经费').count()).toBe(0);
      }));
  });

  describe('a project', () => {
    it('explains its red light with the figures, the plan and each indicator', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openProject(page, '法律援助案件补贴');
        const why = page.locator('p.why');
        await why.waitFor();
        expect(await why.innerText()).toMatch(/68\.00|69\.\d\d|101\.\d\d/);
        const table = page.getByRole('table', { name: '绩效指标', exact: true });
        expect(await table.locator('tbody tr').count()).toBe(6);
        expect(await table.getByRole('row', { name: /办理法律援助案件/ }).innerText()).toContain('绿');
        await page.getByText('调整后预算数').first().waitFor();
      }));

    it('tells apart not due, not reported and exempt', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        const expected = [
          ['执行指挥中心设备购置', /尚未到支出时点/],
          ['公共法律服务热线经费', /逾期|填报期已过/],
          ['警务辅助人员经费', /不纳入绩效运行监控/],
        ] as const;
        for (const [name, words] of expected) {
          await page.getByRole('searchbox', { name: '按名称或编码查找' }).fill(name);
          await projectRow(page, name).waitFor();
          await page.getByText('1 个', { exact: true }).waitFor();
          expect(await projectTable(page).innerText()).toMatch(words);
        }
      }));
  });

  describe('every reader', () => {
    it('can switch to English, which stays', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
        await projectTable(page)
          .getByText(/more than the adjusted budget/)
          .first()
          .waitFor();
        await page.reload();
        await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
      }));

    it('gets no sentence in the old language from an answer that was under way at the switch', () =>
      stage.walk(async (page) => {
        await page.route('**/api/lights?**', async (route) => {
          await sleep(1_500);
          await route.continue().catch(() => undefined); // the page has given it up
        });
        await signIn(page, 'leader');
        await page.getByRole('button', { name: 'English' }).click();
        await projectTable(page)
          .getByText(/more than the adjusted budget/)
          .first()
          .waitFor();
      }));

    it('an auditor reads but cannot report', () =>
      stage.walk(async (page) => {
        await signIn(page, 'auditor');
        const navigation = page.getByRole('navigation', { name: '主导航' });
        expect(await navigation.getByRole('link').allInnerTexts()).toEqual(['总览', '未报', '国库数据', '审计']);
        await page.goto('/report');
        await page.getByText('您没有查看这个页面的权限').waitFor();
      }));
  });
}

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
