import { describe, expect, it } from '@jest/globals';
import { beginning, exportInput, shapeOf } from './export-choice.js';
import { choiceOf, tabOf, tabsFor } from './outputs-address.js';

const project = { id: 'p1', name: '物业费', organisationId: 'u1' };

describe('what is asked to be written', () => {
  const round = { ...beginning(), year: 2026, month: 9 };

  it('needs a round for a monitoring form and a year for the others', () => {
    expect(exportInput({ ...beginning(), year: 2026 })).toBeNull();
    expect(exportInput(round)).toEqual({
      kind: 'monitoringForm',
      year: 2026,
      month: 9,
      format: 'xlsx',
      packaging: 'perProject',
    });
    expect(exportInput({ ...round, kind: 'selfEvaluationForm' })).not.toHaveProperty('month');
  });

  it('names the project or the unit, and of a single project no packaging', () => {
    const ofUnit = exportInput({ ...round, organisationId: 'u1', packaging: 'perUnit' });
    expect(ofUnit).toMatchObject({ organisationId: 'u1', packaging: 'perUnit' });
    const ofProject = exportInput({ ...round, organisationId: 'u1', project, packaging: 'perUnit' });
    expect(ofProject).toMatchObject({ projectId: 'p1', packaging: 'perProject' });
    expect(ofProject).not.toHaveProperty('organisationId');
  });

  it('has no format for evidence', () => {
    const input = exportInput({ ...round, kind: 'evidence', packaging: 'perUnit' });
    expect(input).toEqual({ kind: 'evidence', year: 2026, packaging: 'perProject' });
    expect(shapeOf({ ...round, kind: 'evidence', project })).toBe('evidenceOfProject');
    expect(shapeOf({ ...round, packaging: 'perUnit' })).toBe('perUnit');
    expect(shapeOf({ ...round, packaging: 'perUnit', project })).toBe('single');
  });
});

describe('the address of the outputs', () => {
  it('fills the form in as a link asks, and forgets what it does not know', () => {
    expect(choiceOf({ kind: 'selfEvaluationForm', year: '2026', unit: 'u1', format: 'pdf' })).toMatchObject({
      kind: 'selfEvaluationForm',
      year: 2026,
      month: null,
      organisationId: 'u1',
      format: 'pdf',
    });
    expect(choiceOf({ kind: 'poem', year: 'x' })).toEqual(beginning());
  });

  it('shows the templates only to whom they belong', () => {
    expect(tabsFor(() => false)).toEqual(['forms', 'reports', 'check']);
    expect(
      tabOf(
        { tab: 'templates' },
        tabsFor(() => false),
      ),
    ).toBe('forms');
    expect(
      tabOf(
        { tab: 'templates' },
        tabsFor(() => true),
      ),
    ).toBe('templates');
  });
});
