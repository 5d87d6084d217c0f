import type { RecognisedProject } from '@jixiao/domain';
import { describe, it, expect } from '@jest/globals';
import { contentHash, type StoredTarget } from '../../targets/index.js';
import { planProject, type Surroundings } from './plan-project.js';
import { stagedContentOf } from './staged-content.js';

const project = (change: Partial<RecognisedProject> = {}): RecognisedProject => ({
  code: null,
  name: '办案业务经费',
  unitCode: null,
  unitName: null,
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
  sources: {},
  at: 'line 1',
  ...change,
});

const stored = (of: RecognisedProject, id = of.name): StoredTarget => {
  const content = { ...stagedContentOf(of).targets, indicators: [] };
  return {
    project: { id, name: of.name, code: of.code },
    version: { version: 1, contentHash: contentHash(content) },
    content,
  } as unknown as StoredTarget;
};

const plan = (of: RecognisedProject, change: Partial<Surroundings> = {}) =>
  planProject(stagedContentOf(of), {
    stored: [],
    isCodeElsewhere: false,
    isHeldBack: () => false,
    isTwice: false,
    unitRefusal: null,
    ...change,
  });
const outcome = (...args: Parameters<typeof plan>): string => {
  const planned = plan(...args);
  return planned.refusal ?? planned.outcome;
};

const CODE = '13020023P00003910033L';

describe('what saving a document would do', () => {
  it('tells new, unchanged and changed projects apart', () => {
    const present = { stored: [stored(project())] };
    expect(outcome(project())).toBe('new');
    expect(outcome(project(), present)).toBe('unchanged');
    expect(outcome(project({ budgetFen: 1 }), present)).toBe('changed');
  });

  it('finds a renamed project by its code, and a project that gets its code by its name', () => {
    const renamed = { stored: [stored(project({ code: CODE }))] };
    expect(outcome(project({ code: CODE, name: '新名称' }), renamed)).toBe('changed');
    const { differences } = plan(project({ code: CODE }), { stored: [stored(project())] });
    expect(differences).toEqual([{ field: 'code', before: null, after: CODE }]);
  });

  it('R1: keeps the stored code where the new document prints none', () => {
    expect(outcome(project(), { stored: [stored(project({ code: CODE }))] })).toBe('unchanged');
  });

  it('refuses a classified project whatever else it says', () => {
    expect(outcome(project({ classified: true }), { unitRefusal: 'unit-unknown' })).toBe('classified-project');
  });

  it('refuses what would make two projects one, or one two', () => {
    const two = { stored: [stored(project({ code: CODE, name: '甲' })), stored(project({ name: '乙' }))] };
    expect(outcome(project({ code: CODE, name: '乙' }), two)).toBe('project-code-conflict');
    expect(outcome(project(), { isTwice: true })).toBe('project-twice');
    expect(outcome(project({ code: CODE }), { isCodeElsewhere: true })).toBe('project-code-elsewhere');
  });

  it('refuses a project without a unit to go to, and still knows which stored one it is', () => {
    const planned = plan(project(), { stored: [stored(project())], unitRefusal: 'unit-unknown' });
    expect([planned.refusal, planned.stored?.project.id]).toEqual(['unit-unknown', '办案业务经费']);
  });

  it('refuses a table that breaks off before anything of it can be judged, and texts that are no names', () => {
    expect(outcome(project({ budgetFen: null, schedule: null }))).toBe('project-cut-off');
    expect(outcome(project({ name: '长'.repeat(301) }))).toBe('project-text-too-long');
    expect(outcome(project({ name: ' ' }))).toBe('project-without-name');
  });
});
