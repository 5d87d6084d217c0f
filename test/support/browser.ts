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
  const context = await browser.newContext({ baseURL, locale, viewport: { width: 1366, height: 768 } });
  // Two suites share the machine: what is there is found at once, and only what is missing waits so long.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, faults };
}

/** Runs a journey; where it fails, keeps a picture of the page and names it in the error. */
export async function journey(visited: Visit, walk: (page: Page) => Promise<void>): Promise<void> {
  try {
    await walk(visited.page);
    if (visited.faults.length > 0) throw new Error(`Faults of the page: ${visited.faults.join('; ')}`);
  } catch (error) {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'journey-')), 'page.png');
    await visited.page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    throw new Error(`${(error as Error).message}\nPage ${visited.page.url()}, picture ${file}`, { cause: error });
  } finally {
    await visited.context.close();
  }
}

/**
 * Serious and critical findings of axe (WCAG A and AA), as lines that say where. Axe runs in the page itself and gives only
 * what it finds amiss: to bring a long table's thousands of passed checks to another page took longer than the checks. Only
 * frames of other origins would be left out so, and the page has none.
 */
export async function seriousViolations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
