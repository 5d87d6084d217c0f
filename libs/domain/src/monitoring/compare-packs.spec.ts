import { describe, expect, it } from '@jest/globals';
import { sampleIndicator, sampleProject, wan } from '../testing/assessment-samples.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput } from './assessment-types.js';
import { comparePacks, type PackTrial } from './compare-packs.js';
import { HEFEI_RULE_PACK, SHANXI_RULE_PACK } from './preset-packs.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';

const good = sampleIndicator({}, 95);
const bad = sampleIndicator({ name: '及时率' }, 10, { id: 'bad' });

/** In June by a plan of 50 %; 万元 are percent. */
function trial(projectId: string, spent: number, pack: RulePack, changes: Partial<AssessmentInput> = {}): PackTrial {
  const input = sampleProject({ adjustedBudgetFen: wan(100), expenditureFen: wan(spent), ...changes });
  const before = assessProject({ ...input, rulePack: RATIO_RULE_PACK });
  return { projectId, before, after: assessProject({ ...input, rulePack: pack }) };
}

describe('R50: a changed rule pack tried on a past round', () => {
  const comparison = comparePacks([
    trial('kept', 50, HEFEI_RULE_PACK, { indicators: [good] }),
    trial('worse', 45, HEFEI_RULE_PACK, { indicators: [good] }),
    trial('better', 50, HEFEI_RULE_PACK, { indicators: [good, bad] }),
  ]);

  it('R50: names the projects that change colour, from what to what and why', () => {
    expect(comparison).toMatchObject({ projects: 3, changed: 2 });
    expect(comparison.changes).toEqual([
      {
        projectId: 'worse',
        project: { from: 'green', to: 'red', reasonFrom: 'spend-and-goals', reasonTo: 'spend' },
        spend: { from: 'green', to: 'red', reasonFrom: 'spend-on-plan', reasonTo: 'spend-behind-plan' },
        goals: null,
        indicators: [],
      },
      {
        projectId: 'better',
        project: { from: 'red', to: 'yellow', reasonFrom: 'goals', reasonTo: 'goals-off' },
        spend: null,
        goals: null,
        indicators: [],
      },
    ]);
  });

  it('R50: counts how many go from which colour to which, also those that keep theirs', () => {
    const { project, spend, goals } = comparison.flows;
    expect(project.green).toEqual({ red: 1, yellow: 0, green: 1, blue: 0, grey: 0 });
    expect(project.red).toEqual({ red: 0, yellow: 1, green: 0, blue: 0, grey: 0 });
    expect(spend.green).toMatchObject({ red: 1, green: 2 });
    expect(goals).toMatchObject({ green: { green: 2 }, red: { red: 1 } });
  });

  it('R50: names the indicators behind a change of the goals, and a project whose own colour stays', () => {
    const counted = sampleIndicator({ name: '合格率', level2: '数量指标' }, 40, { id: 'counted' });
    const { changed, changes } = comparePacks([
      trial('goals', 10, SHANXI_RULE_PACK, { indicators: [counted] }),
      trial('none', 10, SHANXI_RULE_PACK, { indicators: [good] }),
    ]);
    expect(changed).toBe(0);
    expect(changes).toEqual([
      {
        projectId: 'goals',
        project: null,
        spend: null,
        goals: { from: 'red', to: 'green' },
        indicators: [
          {
            id: 'counted',
            name: '合格率',
            from: 'red',
            to: 'green',
            reasonFrom: 'target-missed',
            reasonTo: 'on-standard',
          },
        ],
      },
    ]);
  });

  it('R50: nothing to try, and nothing that changes', () => {
    expect(comparePacks([])).toMatchObject({ projects: 0, changed: 0, changes: [] });
    const same = comparePacks([trial('same', 45, RATIO_RULE_PACK, { indicators: [bad] })]);
    expect(same).toMatchObject({ projects: 1, changed: 0, changes: [] });
    expect(same.flows.project.red.red).toBe(1);
  });
});
