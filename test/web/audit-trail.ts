import type { Locator, Page } from 'playwright-core';

const SAVED = '保存填报';

/** An entry of the audit trail: what was done and by whom. */
export interface Recorded {
  readonly action: string;
  readonly actor: string;
}

/** The entries that the audit page lists, oldest first; saves in a row, of which there are as many as the typing took, once. */
export async function recorded(page: Page): Promise<readonly Recorded[]> {
  const rows = await auditRows(page).all();
  const entries = await Promise.all(
    rows.map(async (row) => ({
      action: await row.locator(':scope > td').nth(3).innerText(),
      actor: await row.locator(':scope > td').nth(2).locator('.username').innerText(),
    })),
  );
  return entries.reverse().filter(({ action }, at) => action !== SAVED || entries[at - 1]?.action !== SAVED);
}

export const auditRows = (page: Page): Locator =>
  page.getByRole('table', { name: '审计', exact: true }).locator(':scope > tbody > tr');

/** Entries of one person in their order. */
export const by = (actor: string, ...actions: string[]): Recorded[] => actions.map((action) => ({ action, actor }));

/** Narrows the trail to everything about what the newest entry of an action is about. */
export async function narrowTo(page: Page, action: string, subject: string): Promise<void> {
  await page.goto('/audit');
  const newest = auditRows(page).filter({ hasText: action }).first();
  const narrowed = page.waitForResponse(/\/api\/audit\?.*subject=/);
  await newest.getByRole('button', { name: `只看这个${subject}的记录` }).click();
  const { items } = (await (await narrowed).json()) as { readonly items: readonly unknown[] };
  await auditRows(page).nth(items.length).waitFor({ state: 'detached' });
}

/** What the entries of an action say of a field, newest first. */
export const changeOf = (page: Page, action: string, field: string) =>
  auditRows(page)
    .filter({ hasText: action })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: field, exact: true }) });
