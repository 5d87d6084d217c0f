import { expect, it } from '@jest/globals';
import { acceptedNotices, sentBackNotice, type UnitStep } from './evaluation-notices.js';

type SelfEvaluation = UnitStep['evaluations'][number];

const unit = {
  organisationId: 'u1',
  name: '法院',
  path: '/root/u1/',
  hasDepartment: false,
  open: 0,
  submitted: 0,
  unitApproved: 0,
  departmentApproved: 0,
  accepted: 7,
};
const accepted = (id: string, points: object | null, total: number | null = 88.62): SelfEvaluation =>
  ({
    id,
    projectId: `p-${id}`,
    financePoints: points,
    unitScores: { total: 98.62 },
    financeScores: { total },
  }) as SelfEvaluation;
const step = (...evaluations: readonly SelfEvaluation[]): UnitStep => ({
  unit,
  evaluations,
  projectName: (id) => `项目 ${id}`,
});
const OTHERS = { leaf: { points: 15, reason: '核查' } };
const ofUnit = { unit: '法院', organisationId: 'u1' };

it('leads to the one evaluation that came back, and counts many', () => {
  expect(sentBackNotice('returned', step(accepted('e1', null)), '请补充')).toMatchObject({
    kind: 'evaluation-returned',
    params: { ...ofUnit, projects: 1, project: '项目 p-e1', subjectId: 'e1', message: '请补充' },
    projectId: 'p-e1',
  });
  const many = sentBackNotice('reopened', step(accepted('e1', null), accepted('e2', null)), null);
  expect(many).toMatchObject({ kind: 'evaluation-reopened-many', projectId: null });
  expect(many.params).toEqual({ ...ofUnit, projects: 2, message: '' });
});

it('counts what finance accepted as it was over the year, by one key', () => {
  expect(acceptedNotices(step(accepted('e1', {}), accepted('e2', null)))).toEqual([
    { kind: 'evaluation-accepted', params: { ...ofUnit, projects: 7 }, about: 'u1' },
  ]);
});

it('tells of other points by themselves, with the score before and after', () => {
  const [marked, ...more] = acceptedNotices(step(accepted('e1', OTHERS)));
  expect(more).toEqual([]);
  expect(marked).toMatchObject({ kind: 'evaluation-marked', params: { own: 98.62, total: 88.62, subjectId: 'e1' } });
  const [unknown] = acceptedNotices(step(accepted('e1', OTHERS, null)));
  expect(unknown?.params).toMatchObject({ total: '—' });
});

it('tells of both where some were accepted as they were', () => {
  const kinds = (...evaluations: readonly SelfEvaluation[]) =>
    acceptedNotices(step(...evaluations)).map(({ kind }) => kind);
  expect(kinds(accepted('e1', null), accepted('e2', OTHERS))).toEqual(['evaluation-accepted', 'evaluation-marked']);
  expect(kinds(accepted('e1', OTHERS), accepted('e2', OTHERS))).toEqual(['evaluation-marked-many']);
});
