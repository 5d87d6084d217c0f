import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { MailServer } from '../support/mail-server.js';
import { RobotServer } from '../support/robot-server.js';
import { openAs, signIn, type Stage } from './stage.js';

const dialog = (page: Page) => page.getByRole('dialog');

/** Opens the form of a new channel of the county. */
async function newChannel(page: Page, kind: string, name: string): Promise<void> {
  await page.getByRole('button', { name: '新增渠道' }).click();
  await dialog(page).getByLabel('类型').selectOption({ label: kind });
  await dialog(page).getByLabel('名称').fill(name);
  await dialog(page).getByRole('combobox', { name: '所属单位' }).click();
  await page.getByRole('option', { name: '青禾县财政局', exact: true }).click();
}

async function save(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** Journeys of who sets channels up, and of who chooses how to be told. */
export function channelJourneys(stage: Stage): void {
  describe('channels', () => {
    const mails = new MailServer();
    const robots = new RobotServer();
    beforeAll(() => Promise.all([mails.start(), robots.start()]));
    afterAll(() => Promise.all([mails.stop(), robots.stop()]));

    it('are set up and tested, and nothing secret comes back', () =>
      stage.walk(async (page) => {
        await signIn(page, 'admin');
        await page.getByRole('link', { name: '渠道', exact: true }).click();
        await newChannel(page, '邮件服务器', '县政务邮箱');
        await dialog(page).getByRole('button', { name: '保存' }).click();
        await dialog(page).getByText('请填写服务器地址。').waitFor();
        await dialog(page).getByRole('textbox', { name: '服务器' }).fill('127.0.0.1');
        await dialog(page).getByLabel('安全方式').selectOption({ label: '不加密（仅限内网）' });
        expect(await dialog(page).getByRole('spinbutton', { name: '端口' }).inputValue()).toBe('25');
        await dialog(page).getByRole('spinbutton', { name: '端口' }).fill(String(mails.port));
        await dialog(page).getByLabel('发件地址').fill('jixiao@qinghe.example');
        await save(page);

        await page.getByRole('button', { name: '测试“县政务邮箱”' }).click();
        await dialog(page).getByLabel('收件地址').fill('admin@qinghe.example');
        await dialog(page).getByRole('button', { name: '发送测试' }).click();
        await dialog(page).getByText('已发出。请到收件处确认。').waitFor();
        expect(mails.received.at(-1)).toMatchObject({ to: 'admin@qinghe.example' });
        await page.keyboard.press('Escape');

        await newChannel(page, '钉钉机器人', '财政绩效工作群');
        await dialog(page)
          .getByRole('textbox', { name: 'Webhook 地址' })
          .fill(`${robots.url}/send?access_token=robot-key-1`);
        await dialog(page).getByLabel('加签密钥（未启用则留空）').fill('SEC-0123456789abcdef');
        expect(await seriousViolations(page)).toEqual([]);
        await save(page);
        robots.answer = () => ({ body: '{"errcode":310000,"errmsg":"sign not match"}' });
        await page.getByRole('button', { name: '测试“财政绩效工作群”' }).click();
        await dialog(page).getByRole('button', { name: '发送测试' }).click();
        await dialog(page).getByRole('alert').getByText('对方拒绝接收：310000 sign not match').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: '修改“财政绩效工作群”' }).click();
        expect(await dialog(page).getByRole('textbox', { name: 'Webhook 地址' }).inputValue()).toBe('');
        expect(await page.content()).not.toContain('robot-key-1');
        await page.keyboard.press('Escape');
      }));

    it('send a person what he wants at his address, and the log says so', () =>
      stage.walkTogether(async (clerk, admin) => {
        await openAs(clerk, 'court', '/me');
        await clerk.getByLabel('立即发送').check();
        await clerk.getByRole('button', { name: '保存' }).click();
        await clerk.getByText('请填写正确的邮箱地址。').waitFor();
        await clerk.getByLabel('邮箱').fill('court@qinghe.example');
        await clerk.getByRole('button', { name: '保存' }).click();
        await clerk.getByText('已保存').first().waitFor();
        await clerk.reload();
        await clerk.getByLabel('邮箱').waitFor();
        expect(await clerk.getByLabel('邮箱').inputValue()).toBe('court@qinghe.example');
        expect(await clerk.getByLabel('立即发送').isChecked()).toBe(true);

        await openAs(admin, 'admin', '/settings/channels');
        const log = admin.getByRole('table', { name: '发送记录' });
        await admin.getByLabel('类别').selectOption({ label: '测试' });
        await log.getByRole('row', { name: /县政务邮箱.*admin@qinghe\.example.*已发送/ }).waitFor();
        await admin.getByLabel('状态', { exact: true }).selectOption({ label: '已放弃' });
        const refused = log.getByRole('row', { name: /财政绩效工作群.*sign not match/ });
        await refused.getByRole('button', { name: '详情' }).click();
        await dialog(admin)
          .getByRole('row', { name: /1 .*未发出/ })
          .waitFor();
        await admin.keyboard.press('Escape');
      }));

    it('lead from a link in a message to where it is seen, also by way of the sign-in', () =>
      stage.walk(async (page) => {
        await page.goto('/go?page=targets&year=2026');
        await page.getByLabel('用户名').fill('finance');
        await page.getByLabel('密码').fill('Qinghe-2026');
        await page.getByRole('button', { name: '登录' }).click();
        await page.waitForURL(({ pathname, search }) => pathname === '/targets' && search.includes('year=2026'));
      }));

    it('are removed after a second look', () =>
      stage.walk(async (page) => {
        await openAs(page, 'admin', '/settings/channels');
        await page.getByRole('button', { name: '删除“财政绩效工作群”' }).click();
        await page.getByRole('button', { name: '确认删除' }).click();
        await page.getByText('渠道已删除').waitFor();
        await page.getByRole('button', { name: '测试“财政绩效工作群”' }).waitFor({ state: 'detached' });
      }));
  });
}
