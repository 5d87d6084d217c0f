import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyInput } from '../testing/arbitrary-inputs.js';
import { sampleIndicator, sampleProject } from '../testing/assessment-samples.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput } from './assessment-types.js';
import { compactIndicator, expandIndicator, type AssessedIndicator } from './compact-indicator.js';

const judged = (project: AssessmentInput): readonly AssessedIndicator[] => {
  const { indicators } = assessProject(project).goals;
  return project.indicators.flatMap((inputs, index) => {
    const assessment = indicators[index];
    return assessment === undefined ? [] : [{ assessment, inputs }];
  });
};
const asText = (value: unknown): string => JSON.stringify(value);
/** As a database gives it back. */
const stored = <T>(value: T): T => JSON.parse(asText(value)) as T;

/** As the program judges: without phased targets. */
const withoutPhases = (project: AssessmentInput): AssessmentInput => ({
  ...project,
  indicators: project.indicators.map(({ phasedTarget: _phased, ...rest }) => rest),
});

/** A level indicator with a result, as judged in June. */
const sample = (): AssessedIndicator => {
  const [only] = judged(sampleProject({ indicators: [{ ...sampleIndicator({}, 91), directionConfirmed: false }] }));
  if (only === undefined) throw new Error('The sample has one indicator');
  return only;
};

describe('the compact form of a judged indicator', () => {
  it('gives back exactly what would be stored without it, whatever was judged (R49)', () => {
    fc.assert(
      fc.property(anyInput, fc.boolean(), (project, phased) => {
        for (const each of judged(phased ? project : withoutPhases(project))) {
          expect(stored(expandIndicator(stored(compactIndicator(each))))).toStrictEqual(stored(each));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is less than half as long', () => {
    expect(asText(compactIndicator(sample())).length).toBeLessThan(asText(sample()).length / 2);
  });

  it('leaves alone what it could not give back: phased targets, fields of another release, another target', () => {
    const { inputs, assessment } = sample();
    const others: AssessedIndicator[] = [
      { assessment, inputs: { ...inputs, phasedTarget: null } },
      { assessment, inputs: { ...inputs, target: { ...inputs.target, further: 1 } as never } },
      { assessment: { ...assessment, basis: { ...assessment.basis, further: 1 } as never }, inputs },
      { assessment: { ...assessment, basis: { ...assessment.basis, number: 80 } }, inputs },
      { assessment: { ...assessment, further: 1 } as never, inputs },
      { assessment, inputs: { ...inputs, further: 1 } as never },
    ];
    for (const other of others) {
      expect(compactIndicator(other)).toBe(other);
      expect(expandIndicator(other)).toBe(other);
    }
  });
});
