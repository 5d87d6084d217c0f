import { type FilledForm, fillForm, PRESET_TEMPLATES } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre';
import { monitoringSample, selfEvaluationSample } from '../../../../../../libs/domain/src/testing/form-samples.js';
import { openFormPress } from './form-press.js';
import { SheetNames } from './sheet-names.js';
import { writeFormXlsx } from './write-form-xlsx.js';

const form = fillForm(PRESET_TEMPLATES.monitoring, monitoringSample());

/** What another reader than the program's own makes of the workbook. */
async function sheetsOf(forms: readonly FilledForm[]) {
  return (await readXlsx(Buffer.from(await writeFormXlsx(forms)))).sheets;
}

describe('a form as a workbook, by another reader', () => {
  it('has every cell in its place, and figures as numbers', async () => {
    const [sheet] = await sheetsOf([form]);
    for (const [row, { cells }] of form.rows.entries()) {
      for (const { column, content } of cells) {
        const expected = content.kind === 'number' ? content.value : content.text;
        expect([row, column, sheet?.rows[row]?.[column] ?? '']).toEqual([row, column, expected]);
      }
    }
  });

  it('has every span merged, and none besides', async () => {
    const [sheet] = await sheetsOf([form]);
    const spans = form.rows.flatMap(({ cells }, row) =>
      cells
        .filter(({ rows, columns }) => rows > 1 || columns > 1)
        .map(({ column, rows, columns }) => [row, column, row + rows - 1, column + columns - 1].join()),
    );
    const merged = (sheet?.merges ?? []).map(({ startRow, startCol, endRow, endCol }) =>
      [startRow, startCol, endRow, endCol].join(),
    );
    expect(merged.sort()).toEqual(spans.sort());
  });

  it('has a sheet for each project, by its name', async () => {
    const other = fillForm(PRESET_TEMPLATES.selfEvaluation, selfEvaluationSample());
    const sheets = await sheetsOf([form, other]);
    expect(sheets.map(({ name }) => name)).toEqual([form.name, `${form.name}(2)`]);
  });
});

describe('names of sheets', () => {
  it('hold no signs that they may not, are short enough and told apart whatever their capitals', () => {
    const names = new SheetNames();
    expect(names.next("'A/B:项目*?'")).toBe('A B 项目');
    expect(names.next('a b 项目')).toBe('a b 项目(2)');
    expect(names.next('')).toBe('项目');
    expect(names.next('History')).toBe('项目(2)');
    const long = '青'.repeat(40);
    expect([names.next(long), names.next(long)]).toEqual(['青'.repeat(31), `${'青'.repeat(28)}(2)`]);
  });
});

it('a press writes all formats, and fails for one form alone', async () => {
  const press = openFormPress();
  try {
    const task = [{ template: PRESET_TEMPLATES.monitoring, data: monitoringSample() }];
    const wrong = [{ template: PRESET_TEMPLATES.monitoring, data: selfEvaluationSample() }];
    await expect(press.write('xlsx', wrong)).rejects.toThrow(RangeError);
    const files = await Promise.all((['xlsx', 'docx', 'pdf'] as const).map((format) => press.write(format, task)));
    const begins = files.map((bytes) => Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
    expect(begins).toEqual(['PK\u0003\u0004', 'PK\u0003\u0004', '%PDF']);
  } finally {
    await press.close();
  }
});
