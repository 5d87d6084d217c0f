import type { Locator, Page } from 'playwright-core';
import { cellOnSheet, projectOnSheet } from './sheet.js';
import { projectRow } from './stage.js';

const WAIT_MS = 20_000;
const LIGHT_CELL = { light: 0, expenditure: 2, executionRate: 3, spend: -3, goals: -2 } as const;

/** What the overview says of a project, as it stands there; why a figure is missing is left out. */
export type ShownLights = Readonly<Record<keyof typeof LIGHT_CELL | 'state', string>>;

async function shownLights(page: Page, name: string): Promise<ShownLights> {
  const row = projectRow(page, name);
  const texts = await row.getByRole('cell').allInnerTexts();
  const state = row.locator('.state');
  const shown = Object.entries(LIGHT_CELL).map(([key, place]) => [key, (texts.at(place) ?? '').trim().split('\n')[0]]);
  return { ...Object.fromEntries(shown), state: (await state.allInnerTexts()).join() } as ShownLights;
}

/**
 * Waits until the overview that stays open shows this of a project.
 * @returns what it shows at last, to be compared: it differs from what was waited for only where the wait was in vain
 */
export async function lightsOf(page: Page, name: string, expected: ShownLights): Promise<ShownLights> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const shown = await shownLights(page, name);
    if (JSON.stringify(shown) === JSON.stringify(expected) || Date.now() > deadline) return shown;
    await page.waitForTimeout(200);
  }
}

/** Types down a column from the cell with the cursor; an empty text goes on to the next line. */
export async function typeDown(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

export const savedOnSheet = (page: Page, project: string): Promise<void> =>
  projectOnSheet(page, project)
    .getByText(/^已保存/)
    .waitFor({ timeout: WAIT_MS });

/** Gives the third reason of the list, and explains it, in the cell of reasons where the cursor stands. */
export async function explainHere(page: Page, note: string): Promise<void> {
  for (const key of ['Space', '3', 'Escape', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type(note);
  await page.keyboard.press('Enter');
}

/** The same from anywhere: goes to the cell of reasons of a line. */
export async function explain(page: Page, project: string, line: string, note: string): Promise<void> {
  await cellOnSheet(page, project, line, 'reasons').click();
  await explainHere(page, note);
}

/** Opens the review page from the navigation, at the round of a month of the year under way. */
export async function openReview(page: Page, month: number): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^审核/ }).click();
  await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
  await page.getByRole('combobox', { name: '监控期' }).selectOption(String(month));
}

/** Takes a step with everything that waits, once so many do. */
export async function stepAll(page: Page, waiting: number, button: string, done: string): Promise<void> {
  await page.getByText(`共 ${waiting} 份等待处理`).waitFor({ timeout: WAIT_MS });
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  await page.getByRole('button', { name: button }).click();
  await page.getByText(done, { exact: true }).waitFor();
}

/** Opens the list of rounds. @returns the line of one of them */
export async function openRounds(page: Page, period: string): Promise<Locator> {
  await page.getByRole('link', { name: '监控期', exact: true }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: period, exact: true }) });
  await row.waitFor();
  return row;
}
