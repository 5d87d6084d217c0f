import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { openList, openProject, PASSWORD, projectRow, projectTable, signIn, type Stage } from './stage.js';

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
        await page.getByRole('link', { name: /^清单/ }).focus();
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
        const parts = [
          page.getByText(/支出比计划少 [\d.,]+ 万元，最多的是/),
          page.getByRole('img', { name: /个支出和目标都落后/ }),
          page.getByRole('table', { name: '落后计划最多的项目' }).getByRole('link').first(),
        ];
        for (const part of parts) {
          await part.waitFor();
          const box = await part.boundingBox();
          expect((box?.y ?? 768) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
        }
      }));

    it('goes back to an earlier, locked round', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openList(page);
        await page.getByLabel('年度').selectOption({ label: '2025 年' });
        await page.getByLabel('监控期').selectOption({ label: '1-6月 · 已锁定' });
        await page.getByText('14 个', { exact: true }).waitFor();
        await projectRow(page, '电子警察设备更新改造').waitFor();
      }));

    it('shows a clerk the own unit only', () =>
      stage.walk(async (page) => {
        await signIn(page, 'court');
        await page.getByRole('link', { name: '总览' }).click();
        await openList(page);
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
        await openList(page);
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

  describe('a project over time', () => {
    it('says where the year will end, with its interval month by month in the table', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openProject(page, '社区矫正工作经费');
        await page
          .getByRole('heading', { name: /^按目前进度，全年预计支出 [\d.]+ 万元（预算的 [\d.]+%）；到9月比计划低/ })
          .waitFor();
        await page.getByText(/到9月，支出比计划晚 [\d.]+ 个月/).waitFor();
        await page.getByText(/^过去同月误差 ±[\d.]+ 个百分点（本部门往年 \d+ 个案例）/).waitFor();
        await page.getByRole('button', { name: '看表格' }).click();
        const curve = page.getByRole('table', { name: /全年预计支出/ });
        const heads = await curve.getByRole('columnheader').allInnerTexts();
        const cells = async (month: string): Promise<string[]> =>
          curve
            .getByRole('row', { name: new RegExp(`^${month}`) })
            .getByRole('cell')
            .allInnerTexts();
        expect(heads.slice(5)).toEqual([
          '预测（%）',
          '预测（万元）',
          '区间下限（万元）',
          '区间上限（万元）',
          '早晚（月）',
        ]);
        const [forecast = '', lower = '', upper = ''] = (await cells('12月')).slice(5);
        expect(Number(lower)).toBeLessThan(Number(forecast));
        expect(Number(upper)).toBeGreaterThan(Number(forecast));
        expect((await cells('6月')).slice(4, 8).join(' ')).toMatch(/—/);
      }));

    it('goes back to what was known on a day, and to the newest', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openProject(page, '社区矫正工作经费');
        const title = page.getByRole('heading', { name: /全年预计支出/ });
        await title.waitFor();
        await page.getByLabel('截至哪一天的数据').fill('2020-01-01');
        await page.getByRole('heading', { name: '本年还没有填报支出' }).waitFor();
        await page.getByText('图中是2020年1月1日结束时已知的数据').waitFor();
        expect(await page.getByText('还没有支出数，暂不能预测全年。').count()).toBe(1);
        await page.getByRole('button', { name: '看最新' }).click();
        await title.waitFor();
      }));

    it('follows an indicator through the rounds, and says what is unusual', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openProject(page, '反电信网络诈骗专项经费');
        const button = page.getByRole('button', { name: /的走势$/ }).first();
        await button.focus();
        await page.keyboard.press('Enter');
        const trend = page.getByRole('table', { name: /的走势$/ });
        expect(await trend.locator('tbody th').allInnerTexts()).toEqual(['2026年1-9月', '2026年1-6月', '2026年1-3月']);
        await page.getByText('连续季度的结果不足 12 个，不作预测。').waitFor();
        const bullets = page.getByRole('img', { name: /^完成 .+，本期标准 .+，全年指标值 / });
        expect(await bullets.count()).toBeGreaterThan(1);
        const findings = page.locator('section').filter({ has: page.getByRole('heading', { name: '值得留意' }) });
        expect(await findings.innerText()).toMatch(/支出进度 [\d.]+%，目标完成 [\d.]+%.+资金超前 [\d.]+ 个百分点/);
        expect(await seriousViolations(page)).toEqual([]);
      }));

    it('answers in the first screen: light, sentence, money, and the curve with its forecast', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openProject(page, '法律援助案件补贴');
        const parts = [
          page.locator('p.why'),
          page.getByRole('img', { name: /全年预计支出/ }),
          page.getByRole('table', { name: '资金（万元）' }),
        ];
        for (const part of parts) {
          await part.waitFor();
          const box = await part.boundingBox();
          expect((box?.y ?? 768) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
        }
      }));
  });

  describe('every reader', () => {
    it('can switch to English, which stays', () =>
      stage.walk(async (page) => {
        await signIn(page, 'leader');
        await openList(page);
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
        await openList(page);
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
        expect(await navigation.getByRole('link').allInnerTexts()).toEqual([
          '总览',
          '分析',
          '预警',
          '整改',
          '未报',
          '审计',
        ]);
        await page.goto('/report');
        await page.getByText('您没有查看这个页面的权限', { exact: true }).waitFor();
      }));
  });
}

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
