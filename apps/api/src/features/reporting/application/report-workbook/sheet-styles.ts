import type { Borders, Fill } from 'exceljs';

export const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Cells that a person fills in. */
export const INPUT_FILL: Fill = solid('FFFFF9DB');
/** Cells that only inform. */
export const SHOWN_FILL: Fill = solid('FFF3F4F6');
export const HEADER_FILL: Fill = solid('FFDCE6F2');

const LINE = { style: 'thin', color: { argb: 'FFBFC5CE' } } as const;
export const THIN_BORDER: Partial<Borders> = { top: LINE, bottom: LINE, left: LINE, right: LINE };
