import { zipOf, type ZipPart } from './zip-files.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const relationships = (targets: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${RELATIONSHIPS}">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A Word document of just this XML in its body, for what no library writes. */
export const docxOfBody = (body: string, namespace = WORD, extra: readonly ZipPart[] = []): Uint8Array =>
  docxOfXml(
    `<w:document xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
    extra,
  );

/** A Word document of just this main part. */
export const docxOfXml = (xml: string, extra: readonly ZipPart[] = []): Uint8Array =>
  zipOf([
    { name: '_rels/.rels', data: relationships([['rId1', 'officeDocument', 'word/document.xml']]) },
    { name: 'word/document.xml', data: xml },
    ...extra,
  ]);

export interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  /** What stands in `<sheetData>`. */
  readonly rows: string;
  readonly merges?: readonly string[];
}

/** A workbook of just these parts, for what no library writes. */
export function xlsxOfParts(
  sheets: readonly SheetParts[],
  {
    prolog = '',
    styles = '',
    strings = '',
    workbook = '',
  }: Partial<Record<'prolog' | 'styles' | 'strings' | 'workbook', string>> = {},
): Uint8Array {
  const listed = sheets
    .map(({ name, state }, index) => {
      const shown = state === undefined ? '' : ` state="${state}"`;
      return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
    })
    .join('');
  const parts = sheets.map(({ rows, merges = [] }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    data: `<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData>${mergeCells(merges)}</worksheet>`,
  }));
  return zipOf([
    { name: '_rels/.rels', data: relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      data: `${prolog}<workbook xmlns="${SHEET}" xmlns:r="${TYPES}">${workbook}<sheets>${listed}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships([
        ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['rIdS', 'styles', 'styles.xml'],
        ['rIdT', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    ...parts,
    { name: 'xl/styles.xml', data: `<styleSheet xmlns="${SHEET}">${styles}</styleSheet>` },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${SHEET}">${strings}</sst>` },
  ]);
}

const mergeCells = (merges: readonly string[]): string =>
  merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
