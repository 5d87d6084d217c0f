import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, Visitors } from '../support/browser.js';
import { jixiao, jixiaoDone, startProduct, type CommandResult, type RunningProduct } from '../support/product.js';
import { migratedConfig, type FreshConfig, type TestBackend } from '../support/services.js';

/** Of every demonstration account. */
export const PASSWORD = 'Qinghe-2026';
const SETTING_UP_MS = 240_000;

/** The built product with the demonstration data on one backend, and a browser. */
export interface Stage {
  /** Walks one visitor through the page; a failure leaves a picture. */
  walk(steps: (page: Page) => Promise<void>, locale?: string): Promise<void>;
  /** Two visitors at once. */
  walkTogether(steps: (first: Page, second: Page) => Promise<void>): Promise<void>;
  /** Each in an own browser, signed in under these names and there as long as the others. */
  walkAs<Name extends string>(
    names: readonly Name[],
    steps: (pages: Readonly<Record<Name, Page>>) => Promise<void>,
  ): Promise<void>;
  /** Runs an operator command beside the running server. */
  jixiao(...args: string[]): Promise<CommandResult>;
}

/** Registers setting up and tearing down with the surrounding suite. */
export function setStage(backend: TestBackend): Stage {
  let fresh: FreshConfig;
  let product: RunningProduct;
  let browser: Browser;
  let visitors: Visitors;

  beforeAll(async () => {
    fresh = await demonstration(backend);
    product = await startProduct(fresh.env);
    browser = await launchBrowser();
    visitors = new Visitors(browser, product.url);
  }, SETTING_UP_MS);

  afterAll(async () => {
    await browser.close();
    await product.stop();
    await fresh.cleanup();
  });

  const walk: Stage['walk'] = (steps, locale) => visitors.walk(steps, locale);
  const walkAs: Stage['walkAs'] = async (names, steps) => {
    const signedIn = (left: typeof names, pages: Parameters<typeof steps>[0]): Promise<void> => {
      const [name, ...others] = left;
      if (name === undefined) return steps(pages);
      return walk(async (page) => {
        await signIn(page, name);
        await signedIn(others, { ...pages, [name]: page });
      });
    };
    await signedIn(names, {} as Parameters<typeof steps>[0]);
  };
  return {
    walk,
    walkTogether: (steps) => walk((first) => walk((second) => steps(first, second))),
    walkAs,
    jixiao: (...args) => jixiao(fresh.env, ...args),
  };
}

/** The demonstration on a database of its own; of the suites of a run on SQLite the first one loads it, the others copy it. */
async function demonstration(backend: TestBackend): Promise<FreshConfig> {
  const fresh = await migratedConfig(backend, { LOG_LEVEL: 'error' });
  const { database } = fresh.config;
  const { MIGRATED_SQLITE } = process.env;
  if (database.backend !== 'sqlite' || !MIGRATED_SQLITE) {
    await jixiaoDone(fresh.env, 'demo', 'load');
    return fresh;
  }
  const kept = path.join(path.dirname(MIGRATED_SQLITE), 'demonstration.db');
  if (existsSync(kept)) {
    copyFileSync(kept, database.file);
    return fresh;
  }
  await jixiaoDone(fresh.env, 'demo', 'load');
  copyFileSync(database.file, `${database.file}.kept`);
  renameSync(`${database.file}.kept`, kept); // never seen half copied
  return fresh;
}

/** Signs in without the form and goes straight to a page, where neither the form nor the first page matters. */
export async function openAs(page: Page, username: string, address: string): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { username, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`);
  await page.goto(address);
}

/** Signs in by the form and waits for the first page, which comes a little after the header. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
}

/** Chooses a page from the main navigation, which keeps the rarely used ones of those who have many under 更多. */
export async function choosePage(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  const link = navigation.getByRole('link', { name, exact: true });
  if (!(await link.isVisible())) await navigation.getByRole('button', { name: '更多' }).click();
  await link.click();
}

/** The table of projects, on the overview's list. */
export const projectTable = (page: Page) => page.getByRole('table', { name: /的项目与灯|lights/i });

/** The row of a project in it. */
export const projectRow = (page: Page, name: string) =>
  projectTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

/** Goes from any part of the overview to its list of projects. */
export const openList = (page: Page): Promise<void> => page.getByRole('link', { name: /^(清单|List)/ }).click();

/** Opens a project's page from the overview. */
export async function openProject(page: Page, name: string): Promise<void> {
  await openList(page);
  await page.getByRole('searchbox', { name: '按名称或编码查找' }).fill(name);
  // The address follows what is typed; where it does so while the page of the project loads, one stays with the list.
  await page.waitForURL((address) => address.searchParams.get('search') === name);
  await projectRow(page, name).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
