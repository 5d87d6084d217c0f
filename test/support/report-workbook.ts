import exceljs from 'exceljs';
import type { TestApi, Visitor } from './api.js';
import type { UploadedFile } from './upload.js';

/** A workbook as a person has it open. */
export type OpenWorkbook = InstanceType<typeof exceljs.Workbook>;

const HEADER_WITHIN = 5;

export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
}

export const saveWorkbook = async (workbook: OpenWorkbook, name = '填报.xlsx'): Promise<UploadedFile> => ({
  name,
  bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
});

/** Bytes that a route answers. */
export async function download(api: TestApi, visitor: Visitor, path: string, locale = 'zh'): Promise<Uint8Array> {
  const { statusCode, rawPayload } = await api.app.inject({
    method: 'GET',
    url: `/api${path}`,
    headers: { cookie: `sid=${visitor.token}`, 'accept-language': locale },
  });
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${rawPayload.toString()}`);
  return rawPayload;
}

/** The cell of a sheet in the row where `label` stands under `keyHeader`, below the header `header`. */
export function cellOf(
  workbook: OpenWorkbook,
  sheetName: string,
  [keyHeader, label]: readonly [string, string],
  header: string,
) {
  const sheet = workbook.getWorksheet(sheetName);
  if (sheet === undefined)
    throw new Error(`No sheet ${sheetName} among ${workbook.worksheets.map(({ name }) => name).join()}`);
  for (let row = 1; row <= HEADER_WITHIN; row += 1) {
    const labels = sheet.getRow(row).values as unknown[];
    const [key, column] = [labels.indexOf(keyHeader), labels.indexOf(header)];
    if (key < 0 || column < 0) continue;
    for (let at = row + 1; at <= sheet.rowCount; at += 1) {
      if (sheet.getRow(at).getCell(key).text === label) return sheet.getRow(at).getCell(column);
    }
  }
  throw new Error(`No cell ${header} for ${label} in ${sheetName}`);
}
