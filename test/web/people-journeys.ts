import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { projectOnSheet, sheet } from './sheet.js';
import { signIn, type Stage } from './stage.js';

const OWN_PASSWORD = 'Gladiolus-42-Court';

async function trySigningIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Adds a clerk of the court. @returns the first password, which the page shows once */
async function addClerk(page: Page, username: string): Promise<string> {
  await page.getByRole('button', { name: '新增人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('用户名').fill(username);
  await dialog.getByLabel('姓名').fill('王芳 · 法院填报人');
  await dialog.getByRole('combobox', { name: '单位' }).click();
  await page.getByRole('option', { name: '青禾县人民法院' }).click();
  await dialog.getByRole('button', { name: '新增人员' }).click();
  const shown = page.getByText(`${username} 的初始密码`).locator('..').locator('code');
  const password = await shown.innerText();
  await page.getByRole('button', { name: '我已记下' }).click();
  await shown.waitFor({ state: 'detached' });
  return password;
}

/** Journeys of administrators, and of people with their own accounts. */
export function peopleJourneys(stage: Stage): void {
  describe('people and their accounts', () => {
    it('adds a clerk, who changes the first password, is locked out by wrong ones and unlocked again', () =>
      stage.walkTogether(async (admin, clerk) => {
        await signIn(admin, 'admin');
        const first = await addClerk(admin, 'wangfang');

        await trySigningIn(clerk, 'wangfang', first);
        await clerk.getByText('您的密码是别人设置的', { exact: false }).waitFor();
        await clerk.goto('/report');
        await clerk.getByRole('heading', { level: 1, name: '修改密码' }).waitFor();
        expect(await clerk.getByRole('navigation', { name: '主导航' }).count()).toBe(0);
        await clerk.getByLabel('当前密码').fill(first);
        await clerk.getByLabel('新密码', { exact: true }).fill('caizheng2026!');
        await clerk.getByLabel('再输一次新密码').fill('caizheng2026!');
        await clerk.getByRole('button', { name: '修改密码' }).click();
        await clerk.getByText('这个密码太常见', { exact: false }).waitFor();
        await clerk.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
        await clerk.getByLabel('再输一次新密码').fill(OWN_PASSWORD);
        await clerk.getByRole('button', { name: '修改密码' }).click();
        await sheet(clerk).waitFor();
        await clerk.getByRole('button', { name: '退出' }).click();

        for (let turn = 0; turn < 5; turn += 1) {
          await trySigningIn(clerk, 'wangfang', 'wrong');
          await clerk.getByRole('alert').getByText('用户名或密码不正确', { exact: false }).waitFor();
        }
        await trySigningIn(clerk, 'wangfang', OWN_PASSWORD);
        await clerk.getByText('该用户名已锁定', { exact: false }).waitFor();

        await admin.getByRole('link', { name: 'wangfang' }).click();
        await admin.getByRole('button', { name: '解除锁定' }).click();
        await admin.getByText('已解除锁定', { exact: false }).waitFor();
        await trySigningIn(clerk, 'wangfang', OWN_PASSWORD);
        await clerk.getByRole('navigation', { name: '主导航' }).waitFor();
      }));

    it('lets a clerk appoint a deputy, who then reports for the unit', () =>
      stage.walkTogether(async (clerk, deputy) => {
        await signIn(clerk, 'legalaid');
        await clerk.goto('/me');
        await clerk.getByRole('combobox', { name: '代办人' }).click();
        await clerk.getByRole('option', { name: /沈立群/ }).click();
        const until = await clerk.getByLabel('开始日期').inputValue();
        await clerk.getByLabel('结束日期（含）').fill(until);
        await clerk.getByLabel('原因').fill('出差');
        await clerk.getByRole('button', { name: '指定代办人' }).click();
        await clerk.getByText('由 沈立群', { exact: false }).waitFor();

        await signIn(deputy, 'leader');
        await deputy.getByRole('link', { name: '填报', exact: true }).click();
        await projectOnSheet(deputy, '法律援助案件补贴').waitFor();
        await deputy.goto('/me');
        await deputy.getByText('代办的角色').waitFor();

        await clerk.getByRole('button', { name: '提前结束' }).click();
        await clerk.getByText('目前没有代办安排。').waitFor();
        await deputy.goto('/me');
        await deputy.getByRole('heading', { level: 2, name: '我的角色' }).waitFor();
        expect(await deputy.getByRole('link', { name: '填报', exact: true }).count()).toBe(0);
      }));

    it('moves a unit under another department, and back', () =>
      stage.walk(async (page) => {
        await signIn(page, 'admin');
        await page.getByRole('link', { name: '单位', exact: true }).click();
        for (const name of ['青禾县公安部门', '青禾县司法行政部门']) {
          await page.getByRole('button', { name: '修改“青禾县法律援助中心”' }).click();
          const dialog = page.getByRole('dialog');
          await dialog.getByLabel('上级单位').selectOption({ label: `　${name}` });
          await dialog.getByRole('button', { name: '保存' }).click();
          await dialog.waitFor({ state: 'hidden' });
          const names = await page.getByRole('rowheader').allInnerTexts();
          const above = names.slice(0, names.indexOf('青禾县法律援助中心')).filter((one) => one.endsWith('部门'));
          expect(above.at(-1)).toBe(name);
        }
        await page
          .getByRole('row', { name: /青禾县法律援助中心/ })
          .getByRole('button', { name: '停用' })
          .click();
        await page.getByRole('alert').getByText('还有人员在“青禾县法律援助中心”任职', { exact: false }).waitFor();
      }));

    it('keeps settings and their addresses from everybody else', () =>
      stage.walk(async (page) => {
        await signIn(page, 'finance');
        expect(await page.getByRole('link', { name: '设置', exact: true }).count()).toBe(0);
        await page.goto('/settings/people');
        await page.getByText('您没有查看这个页面的权限', { exact: true }).waitFor();
      }));
  });
}
