import type { Locator, Page } from 'playwright-core';

/** Opens the sheet of the clerk's unit in the round that is open. */
export async function openSheet(page: Page): Promise<void> {
  await page.getByRole('link', { name: '填报', exact: true }).click();
  await sheet(page).waitFor();
}

export const sheet = (page: Page): Locator => page.getByRole('grid', { name: '本单位各项目的填报表' });

/** The lines of one project. */
export const projectOnSheet = (page: Page, name: string): Locator =>
  sheet(page)
    .locator('tbody')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

export type SheetColumn = 'value' | 'reasons' | 'reasonNote' | 'likelihood' | 'expected' | 'note';

/** A cell of a project by the name of its line. */
export const cellOnSheet = (page: Page, project: string, line: string, column: SheetColumn = 'value'): Locator =>
  projectOnSheet(page, project)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: line, exact: true }) })
    .locator(`td[data-column=${column}]`);

/** The input in the cell where the cursor stands. */
export const editor = (page: Page): Locator => page.locator('#sheet-editor');

/** Types over a cell as a person does: a click goes there, the keys replace what it holds, Enter leaves it. */
export async function typeInto(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Pastes what another program has put on the clipboard into the cell with the cursor. */
export const pasteBlock = (page: Page, text: string): Promise<void> =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
