import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { prepareBrowser } from './browser-files.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the tests' own browser; the machine needs neither a browser nor a Chinese font. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, fontConfig } = prepareBrowser();
  const env = { ...process.env, ...(fontConfig ? { FONTCONFIG_FILE: fontConfig } : {}) } as Record<string, string>;
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS, env });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors of the page and failed requests that no test expects. */
  readonly faults: readonly string[];
}

/** A fresh visitor: own cookies, the size of a common office screen (1366×768), Chinese unless said otherwise. */
export async function visit(browser: Browser, baseURL: string, locale = 'zh-CN'): Promise<Visit> {
  return visitIn(await newContext(browser, baseURL, locale));
}

async function newContext(browser: Browser, baseURL: string, locale: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, locale, viewport: { width: 1366, height: 768 } });
  // Two suites share the machine: what is there is found at once, and only what is missing waits so long.
  context.setDefaultTimeout(20_000);
  return context;
}

async function visitIn(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, faults };
}

/**
 * Visitors of one browser, each as fresh as `visit` makes one: of whoever was there before nothing is left but the files
 * that the page is made of. To load and compile them anew was a third of the work of a journey.
 */
export class Visitors {
  private readonly left = new Map<string, BrowserContext[]>();

  constructor(
    private readonly browser: Browser,
    private readonly baseURL: string,
  ) {}

  /** Walks one through a journey; where it fails, keeps a picture of the page and names it in the error. */
  async walk(steps: (page: Page) => Promise<void>, locale = 'zh-CN'): Promise<void> {
    const waiting = this.left.get(locale)?.pop();
    const context = waiting ?? (await newContext(this.browser, this.baseURL, locale));
    const visited = await visitIn(context);
    if (waiting !== undefined) await this.forget(visited);
    try {
      await steps(visited.page);
      if (visited.faults.length > 0) throw new Error(`Faults of the page: ${visited.faults.join('; ')}`);
    } catch (error) {
      const said = await pictured(visited.page, error as Error);
      await context.close();
      throw said;
    }
    await Promise.all(context.pages().map((page) => page.close()));
    this.left.set(locale, [...(this.left.get(locale) ?? []), context]);
  }

  /** When the next one comes: a page may store something until it is closed. */
  private async forget({ context, page }: Visit): Promise<void> {
    await context.setOffline(false);
    await context.clearCookies();
    const devTools = await context.newCDPSession(page);
    const origin = new URL(this.baseURL).origin;
    await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,local_storage,indexeddb' });
    await devTools.detach();
  }
}

/** The error with the page on which it happened, of which it keeps a picture. */
async function pictured(page: Page, error: Error): Promise<Error> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'journey-')), 'page.png');
  await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
  return new Error(`${error.message}\nPage ${page.url()}, picture ${file}`, { cause: error });
}

/**
 * Serious and critical findings of axe (WCAG A and AA), as lines that say where. Axe runs in the page itself and gives only
 * what it finds amiss: to bring a long table's thousands of passed checks to another page took longer than the checks. Only
 * frames of other origins would be left out so, and the page has none.
 * @param rules left out: all of them
 */
export async function seriousViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if (rules !== undefined) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
