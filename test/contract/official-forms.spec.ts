import { type FilledForm, fillForm, type FormData, PRESET_TEMPLATES } from '@jixiao/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { findLibreOffice } from '../../apps/api/src/config/libre-office.js';
import { writeFormDocx } from '../../apps/api/src/platform/documents/write/write-form-docx.js';
import { writeFormPdf } from '../../apps/api/src/platform/documents/write/write-form-pdf.js';
import { writeFormXlsx } from '../../apps/api/src/platform/documents/write/write-form-xlsx.js';
import { longForm, monitoringSample, selfEvaluationSample } from '../../libs/domain/src/testing/form-samples.js';
import { pageTexts, printedByOffice, withoutSpace } from '../support/office-pdf.js';

const filled = (data: FormData): FilledForm => fillForm(PRESET_TEMPLATES[data.form], data);

const FORMS: Readonly<Record<string, FilledForm>> = {
  monitoring: filled(monitoringSample()),
  evaluation: filled(selfEvaluationSample()),
  'long-monitoring': filled(longForm(monitoringSample())),
  'long-evaluation': filled(longForm(selfEvaluationSample({ goalResult: '全年正常运转。'.repeat(120) }))),
};
const names = Object.keys(FORMS);
const writers = { xlsx: writeFormXlsx, docx: writeFormDocx };

/** What the name of each indicator of the long forms ends with. */
const INDICATOR = /（第\d+项）/;

/** Texts of cells that are not on the pages, all of them as they are printed. */
function missingFrom(pages: readonly string[], form: FilledForm): string[] {
  const whole = pages.join('');
  const texts = form.rows.flatMap(({ cells }) => cells.map(({ content }) => withoutSpace(content.text)));
  return texts.filter((text) => !whole.includes(text));
}

/** What has to hold of the pages of any format. */
function expectWholeForm(pages: readonly string[], form: FilledForm): void {
  expect(missingFrom(pages, form)).toEqual([]);
  expect(pages.join('')).not.toContain('###');
  if (form.rows.length < 60) return;
  const withIndicators = pages.filter((page) => INDICATOR.test(page));
  expect(withIndicators.length).toBeGreaterThan(3);
  for (const page of withIndicators) expect(page).toContain('年度指标值');
}

describe('an official form as PDF', () => {
  it.each(names)('has the text of every cell, and the headings on every page: %s', async (name) => {
    const form = FORMS[name];
    if (!form) throw new Error(name);
    const pages = await pageTexts(await writeFormPdf([form]));
    expectWholeForm(pages, form);
  });

  it('names the level again beside its indicators where a page cuts it', async () => {
    const pages = await pageTexts(await writeFormPdf([filled(longForm(monitoringSample()))]));
    const level1 = (page: string): boolean => /产出指标|效益指标|满意度指标/.test(page);
    expect(pages.filter((page) => INDICATOR.test(page)).every(level1)).toBe(true);
  });

  it('begins a page with each of several forms', async () => {
    const pages = await pageTexts(await writeFormPdf([filled(monitoringSample()), filled(selfEvaluationSample())]));
    const titles = pages.flatMap((page) => /^项目支出绩效.*?表/.exec(page)?.[0] ?? []);
    expect(titles).toEqual(['项目支出绩效目标执行监控表', '项目支出绩效自评表']);
  });
});

// LibreOffice is an independent reader; where it cannot be had, these are left out and counted as such.
const office = findLibreOffice() === null ? describe.skip : describe;

office('an official form as LibreOffice prints it', () => {
  let printed = new Map<string, Uint8Array>();

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const [name, form] of Object.entries(FORMS)) {
      for (const [format, write] of Object.entries(writers)) files[`${name}-${format}.${format}`] = await write([form]);
    }
    printed = printedByOffice(files);
  }, 180_000);

  it.each(names.flatMap((name) => Object.keys(writers).map((format) => [name, format])))(
    'has the text of every cell, no ###, and the headings on every page: %s.%s',
    async (name = '', format = '') => {
      const [form, pdf] = [FORMS[name], printed.get(`${name}-${format}.${format}`)];
      if (!form || !pdf) throw new Error(`${name} was not printed`);
      expectWholeForm(await pageTexts(pdf), form);
    },
  );
});
