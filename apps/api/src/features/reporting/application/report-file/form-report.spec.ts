import { describe, expect, it } from '@jest/globals';
import { PRESET_TEMPLATES, type FormData, type MonitoringFormData } from '@jixiao/domain';
import { monitoringSample, selfEvaluationSample } from '../../../../../../../libs/domain/src/testing/form-samples.js';
import { writeForms } from '../../../../platform/documents/write/write-forms.js';
import { issuePath } from './read-report.js';
import { readReportFile } from './read-report-file.js';

type Format = 'xlsx' | 'docx';

const written = (format: Format, ...all: FormData[]): Promise<Uint8Array> =>
  writeForms(
    format,
    all.map((data) => ({ template: PRESET_TEMPLATES[data.form], data })),
  );

async function read(format: Format, ...all: FormData[]) {
  const report = await readReportFile(`监控表.${format}`, await written(format, ...all));
  return { ...report, faults: report.issues.map((issue) => `${issuePath(issue)} ${issue.code}`) };
}

const withFirstResult = (result: string): MonitoringFormData => {
  const { indicators, ...rest } = monitoringSample();
  return { ...rest, indicators: indicators.map((each, index) => (index === 0 ? { ...each, result } : each)) };
};

describe('an official monitoring form as a report file (R29)', () => {
  it.each(['xlsx', 'docx'] as const)('is read as what a program would report: .%s', async (format) => {
    const { projects, faults, stamp } = await read(format, monitoringSample());
    expect(faults).toEqual([]);
    expect(stamp).toMatchObject({ year: 2022, month: 6 });
    expect(projects).toHaveLength(1);
    const [project] = projects;
    expect(project?.fields).toMatchObject({
      name: '提前下达2021年社区矫正工作经费补助',
      expenditureFen: 7_250_000,
      fiscalFen: 7_250_000,
      otherFen: null,
      expectedFullYearFen: 18_000_000,
    });
    expect(project?.results[0]?.input).toMatchObject({
      indicator: '数量指标/纠纷案件结案率(%)',
      value: 42.5,
      expected: '85%',
      likelihood: 'certain',
    });
    expect(project?.results[1]?.input).toMatchObject({ indicator: '数量指标/社区矫正对象走访次数', value: 410 });
  });

  it('takes a result with the unit of its target, as the form prints it', async () => {
    const { indicators, ...rest } = monitoringSample();
    const counted = indicators.map((each) => (each.target === '≥1200次' ? { ...each, result: '410次' } : each));
    const { projects, faults } = await read('xlsx', { ...rest, indicators: counted });
    expect(faults).toEqual([]);
    expect(projects[0]?.results[1]?.input).toMatchObject({ value: 410 });
  });

  it('names the cell of a result that cannot be read, and of all others that are right', async () => {
    const { projects, faults } = await read('xlsx', withFirstResult('大约四成'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/!F\d+ result-unreadable$/);
    expect(projects[0]?.results[1]?.cells.columns.get('result')).toMatchObject({ column: 6 });
  });

  it('names the place in a Word document, too', async () => {
    const { faults } = await read('docx', withFirstResult('大约四成'));
    expect(faults).toEqual([expect.stringMatching(/^table \d+ row \d+ cell \d+ result-unreadable$/)]);
  });

  it('holds any number of projects, and says whose round it is of where one is of another', async () => {
    const { projects, stamp } = await read(
      'xlsx',
      monitoringSample(),
      monitoringSample({ projectName: '司法所办公用房维修经费', month: 9 }),
    );
    expect(projects.map(({ fields }) => fields.name)).toEqual([
      '提前下达2021年社区矫正工作经费补助',
      '司法所办公用房维修经费',
    ]);
    expect(stamp).toMatchObject({ year: 2022, month: 9 });
  });

  it('is refused where it is the form of the self-evaluation, or no form at all', async () => {
    expect((await read('docx', selfEvaluationSample())).faults).toEqual([' form-of-another-kind']);
    const { issues } = await readReportFile('说明.docx', await plainWord());
    expect(issues).toEqual([expect.objectContaining({ code: 'form-missing' })]);
  });
});

/** A Word document with words in it and no form. */
async function plainWord(): Promise<Uint8Array> {
  const { Document, Packer, Paragraph } = await import('docx');
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('关于报送材料的说明')] }] }));
}
