import { describe, expect, it } from '@jest/globals';
import type { ImportedDocument, ImportedProject } from '../../shared/api/schema.gen.js';
import { fileFault, formatSize, LARGEST_FILE, withFiles } from './file-choice.js';
import { previewOf, writes } from './preview.js';

const project = (name: string, change: ImportedProject['change']): ImportedProject => ({
  code: null,
  name,
  organisationName: 'o',
  change,
  refusal: null,
  differences: [],
  budgetFen: null,
  fiscalFundsFen: null,
  otherFundsFen: null,
  purpose: null,
  schedule: null,
  goals: [],
  indicators: [],
  incompleteIndicators: [],
  at: 'line 1',
});
const warning = (code: string, about: string | null) => ({ code, message: code, at: 'line 2', project: about });
const document: ImportedDocument = {
  file: 'a.txt',
  year: 2023,
  unitCode: null,
  unitName: null,
  organisationId: null,
  departmentGoals: [],
  projects: [
    project('quiet', 'new'),
    project('doubtful', 'new'),
    project('moved', 'changed'),
    project('no', 'refused'),
  ],
  warnings: [warning('w1', 'doubtful'), warning('w2', null), warning('w3', 'unknown')],
};

describe('the preview of an import', () => {
  it('shows each warning at its project and the rest at the document: none is lost', () => {
    const preview = previewOf(document);
    expect(preview.warnings.map(({ code }) => code)).toEqual(['w2', 'w3']);
    expect(preview.projects.map(({ warnings }) => warnings.length)).toEqual([0, 1, 0, 0]);
  });

  it('opens what needs a look', () => {
    expect(previewOf(document).projects.map(({ open }) => open)).toEqual([false, true, true, true]);
  });

  it('has nothing to confirm where nothing would be written', () => {
    const counts = { new: 0, changed: 0, unchanged: 2, refused: 1, warnings: 0 };
    expect(writes({ saved: false, batchIds: [], documents: [], counts })).toBe(0);
    expect(writes({ saved: false, batchIds: [], documents: [], counts: { ...counts, new: 1, changed: 2 } })).toBe(3);
  });
});

describe('the choice of files', () => {
  it('refuses an empty and a too large file before sending', () => {
    expect(fileFault({ name: 'a', size: 0 })).toBe('empty-file');
    expect(fileFault({ name: 'a', size: LARGEST_FILE + 1 })).toBe('file-too-large');
    expect(fileFault({ name: 'a', size: LARGEST_FILE })).toBeNull();
  });

  it('takes the same file once', () => {
    const chosen = withFiles(
      [{ name: 'a', size: 1 }],
      [
        { name: 'a', size: 1 },
        { name: 'a', size: 2 },
      ],
    );
    expect(chosen).toHaveLength(2);
  });

  it('writes sizes for reading', () => {
    expect([12, 2_048, 3_500_000].map(formatSize)).toEqual(['12 B', '2 KB', '3.3 MB']);
  });
});
