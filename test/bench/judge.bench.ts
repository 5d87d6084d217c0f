import { describe, it } from '@jest/globals';
import { assessProject, type AssessmentInput } from '@jixiao/domain';
import { plan, sampleIndicator, sampleProject } from '../../libs/domain/src/testing/assessment-samples.js';
import { compare, fastest } from './measure.js';

const RUNS = 5;
const PROJECTS = 5_000;
const INDICATORS_EACH = 10;
/** With BigInt for every figure it was 3.8. Plain node, without the sandbox of the test runner, has a third of it. */
const MOST_RATIO = 1.5;

/** One indicator of every kind, with figures as they are reported: money in 分, percentages with 2 decimals. */
function project(place: number): AssessmentInput {
  const budget = 100_000_000 + place * 1_234_567;
  const percent = 20 + (place % 7_919) / 100;
  const count = place % 97;
  return sampleProject({
    adjustedBudgetFen: budget,
    expenditureFen: Math.round((budget * (place % 101)) / 100),
    schedule: plan(25, 50.5, 80, 100),
    deadlinePassed: true,
    indicators: [
      sampleIndicator({ kind: 'cumulative', number: 100 + count, unit: '件' }, count),
      sampleIndicator({ kind: 'cumulative', number: 20.5, unit: '万元' }, percent / 4),
      sampleIndicator({ kind: 'cumulative', number: 5, unit: '台' }, count % 6),
      sampleIndicator({ kind: 'level', number: 95 }, percent),
      sampleIndicator({ kind: 'level', number: 3.5, operator: 'lte', direction: 'atMost' }, percent / 20),
      sampleIndicator({ kind: 'progressRate', number: 98.5 }, percent),
      sampleIndicator({ kind: 'yearEnd', number: 90, assessedFrom: 12 }, null),
      sampleIndicator({ kind: 'executionRate', number: 95 }, null),
      sampleIndicator(
        { kind: 'qualitative', operator: 'qualitative', number: null },
        { type: 'outcome', outcome: 'met' },
      ),
      sampleIndicator(
        { kind: 'date', operator: 'date', number: null, dueDate: '2023-06-30' },
        { type: 'doneOn', doneOn: '2023-05-12' },
      ),
    ],
  });
}

describe('bench: judging', () => {
  it(`${PROJECTS} projects with ${INDICATORS_EACH} indicators`, async () => {
    const inputs = Array.from({ length: PROJECTS }, (_, place) => project(place));
    const assessments = inputs.map(assessProject);
    const judge = await fastest(RUNS, () => inputs.forEach((input) => assessProject(input)));
    /** What any way of reading the inputs and storing the lights has to do. */
    const floor = await fastest(RUNS, () => {
      for (const input of inputs) JSON.parse(JSON.stringify(input));
      for (const assessment of assessments) JSON.parse(JSON.stringify(assessment));
    });
    const micros = (judge * 1000) / (PROJECTS * INDICATORS_EACH);
    process.stdout.write(`${micros.toFixed(2)} µs per indicator\n`);
    compare('judge, against writing and reading inputs and lights as JSON', judge, floor, MOST_RATIO);
  }, 300_000);
});
