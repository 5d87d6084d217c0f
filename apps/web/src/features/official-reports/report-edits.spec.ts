import { expect, it } from '@jest/globals';
import type { ReportParagraph } from './official-reports.api.js';
import { reportEdits } from './report-edits.js';

const paragraph = (id: string, written?: string): ReportParagraph => ({
  type: 'paragraph',
  id,
  sentences: [{ text: '起草。', sources: [] }],
  edited: written === undefined ? null : { text: written, by: 'li', byName: '李', at: '' },
});

it('saves only what was changed, and what is added only where something stands there', () => {
  const edits = reportEdits();
  edits.begin(paragraph('a'));
  edits.begin(paragraph('b'));
  edits.add('s1');
  expect(edits.changes.value).toEqual([]);
  edits.write('b', ' 另写。 ');
  edits.add('s2');
  for (const one of edits.added) if (one.sectionId === 's2') one.text = '一段。';
  expect(edits.changes.value).toEqual([
    { paragraphId: 'b', text: '另写。' },
    { sectionId: 's2', text: '一段。' },
  ]);
  edits.write('b', '起草。');
  expect(edits.changes.value).toHaveLength(1);
  edits.clear();
  expect([edits.changes.value, edits.isOpen('a'), edits.added]).toEqual([[], false, []]);
});

it('leaves a paragraph out by an empty text', () => {
  const edits = reportEdits();
  edits.begin(paragraph('a'));
  edits.write('a', '');
  expect(edits.changes.value).toEqual([{ paragraphId: 'a', text: '' }]);
});

it('takes what was written back to the draft, unless something else is written then', () => {
  const edits = reportEdits();
  edits.restore(paragraph('a', '改过。'));
  expect(edits.texts.get('a')).toBe('起草。');
  expect(edits.changes.value).toEqual([{ paragraphId: 'a', text: null }]);
  edits.write('a', '再改。');
  expect(edits.changes.value).toEqual([{ paragraphId: 'a', text: '再改。' }]);
  edits.restore(paragraph('b'));
  expect(edits.changes.value).toHaveLength(1);
});
