import type { RecognisedProject } from '@jixiao/domain';
import { describe, it, expect } from '@jest/globals';
import { contentHash, type StoredTarget } from '../../targets/index.js';
import { planProjects, type Surroundings } from './plan-projects.js';
import { targetContentOf } from './target-content-of.js';

const project = (change: Partial<RecognisedProject> = {}): RecognisedProject => ({
  code: null,
  name: '办案业务经费',
  budgetFen: 50_000_000,
  fiscalFundsFen: null,
  otherFundsFen: null,
  purpose: null,
  schedule: [25, 50, 80, 100],
  scheduleMonths: null,
  goals: [],
  indicators: [],
  incompleteIndicators: [],
  classified: false,
  at: 'line 1',
  ...change,
});

const stored = (of: RecognisedProject, id = of.name): StoredTarget => {
  const content = { ...targetContentOf(of), indicators: [] };
  return {
    project: { id, name: of.name, code: of.code },
    version: { version: 1, contentHash: contentHash(content) },
    content,
  } as unknown as StoredTarget;
};

const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  stored: [],
  codesElsewhere: new Set(),
  taken: new Set(),
  ...change,
});
const plan = (projects: readonly RecognisedProject[], surroundings = around()) =>
  planProjects(projects, '336001', surroundings).map(({ change, refusal }) => refusal ?? change);

const CODE = '13020023P00003910033L';

describe('what saving a document would do', () => {
  it('tells new, unchanged and changed projects apart', () => {
    const present = around({ stored: [stored(project())] });
    expect(plan([project()])).toEqual(['new']);
    expect(plan([project()], present)).toEqual(['unchanged']);
    expect(plan([project({ budgetFen: 1 })], around({ stored: [stored(project())] }))).toEqual(['changed']);
  });

  it('finds a renamed project by its code, and a project that gets its code by its name', () => {
    const renamed = around({ stored: [stored(project({ code: CODE }))] });
    expect(plan([project({ code: CODE, name: '新名称' })], renamed)).toEqual(['changed']);
    const [planned] = planProjects([project({ code: CODE })], '336001', around({ stored: [stored(project())] }));
    expect(planned?.differences).toEqual([{ field: 'code', before: null, after: CODE }]);
  });

  it('R1: keeps the stored code where the new document prints none', () => {
    expect(plan([project()], around({ stored: [stored(project({ code: CODE }))] }))).toEqual(['unchanged']);
  });

  it('refuses a classified project whatever else it says', () => {
    expect(plan([project({ classified: true })])).toEqual(['classified-project']);
  });

  it('refuses what would make two projects one, or one two', () => {
    const two = around({ stored: [stored(project({ code: CODE, name: '甲' })), stored(project({ name: '乙' }))] });
    expect(plan([project({ code: CODE, name: '乙' })], two)).toEqual(['project-code-conflict']);
    expect(plan([project(), project()])).toEqual(['new', 'project-twice']);
    expect(plan([project({ code: CODE })], around({ codesElsewhere: new Set([CODE]) }))).toEqual([
      'project-code-elsewhere',
    ]);
  });

  it('refuses a table that breaks off before anything of it can be judged, and texts that are no names', () => {
    expect(plan([project({ budgetFen: null, schedule: null })])).toEqual(['project-cut-off']);
    expect(plan([project({ name: '长'.repeat(301) })])).toEqual(['project-text-too-long']);
    expect(plan([project({ name: ' ' })])).toEqual(['project-without-name']);
  });
});
