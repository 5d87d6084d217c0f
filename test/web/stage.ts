import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { journey, launchBrowser, visit } from '../support/browser.js';
import { jixiaoDone, startProduct, type RunningProduct } from '../support/product.js';
import { freshConfig, type FreshConfig, type TestBackend } from '../support/services.js';

/** Of every demonstration account. */
export const PASSWORD = 'Qinghe-2026';
const SETTING_UP_MS = 120_000;

/** The built product with the demonstration data on one backend, and a browser. */
export interface Stage {
  /** Walks one visitor through the page; a failure leaves a picture. */
  walk(steps: (page: Page) => Promise<void>, locale?: string): Promise<void>;
  /** Two visitors at once. */
  walkTogether(steps: (first: Page, second: Page) => Promise<void>): Promise<void>;
}

/** Registers setting up and tearing down with the surrounding suite. */
export function setStage(backend: TestBackend): Stage {
  let fresh: FreshConfig;
  let product: RunningProduct;
  let browser: Browser;

  beforeAll(async () => {
    fresh = await freshConfig(backend, { LOG_LEVEL: 'error' });
    await jixiaoDone(fresh.env, 'migrate');
    await jixiaoDone(fresh.env, 'demo', 'load');
    product = await startProduct(fresh.env);
    browser = await launchBrowser();
  }, SETTING_UP_MS);

  afterAll(async () => {
    await browser.close();
    await product.stop();
    await fresh.cleanup();
  });

  const walk = async (steps: (page: Page) => Promise<void>, locale?: string): Promise<void> =>
    journey(await visit(browser, product.url, locale), steps);
  return { walk, walkTogether: (steps) => walk((first) => walk((second) => steps(first, second))) };
}

/** Signs in by the form and waits for the first page. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** The overview's table of projects. */
export const projectTable = (page: Page) => page.getByRole('table', { name: /的项目与灯|lights/i });

/** The row of a project in it. */
export const projectRow = (page: Page, name: string) =>
  projectTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

/** Opens a project's page from the overview. */
export async function openProject(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: '按名称或编码查找' }).fill(name);
  await projectRow(page, name).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
