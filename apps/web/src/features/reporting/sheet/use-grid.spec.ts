import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { computed, nextTick, ref } from 'vue';
import { line, office } from '../testing/office.js';
import type { ReportDraft } from './report-draft.js';
import { useGrid } from './use-grid.js';

const REASONS = { row: line('fiscal').key, column: 'reasons' } as const;

function gridOf(draft: ReportDraft) {
  const lines = computed(() => draft.rows.value.map((row) => ({ draft, row })));
  return useGrid(lines, ref('zh' as const));
}

describe('the cursor of the sheet', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('tells half a word that was being typed when a colleague handed the report in', async () => {
    const { theirs, open } = office();
    const draft = open();
    const grid = gridOf(draft);
    grid.place(REASONS);
    grid.type('人员');
    draft.offer(theirs({ status: 'submitted' }));
    await nextTick();
    expect([grid.editing.value, grid.text.value]).toEqual([false, '']);
    expect(draft.aside.value).toEqual([{ kind: 'fiscal', name: null, column: 'reasons', text: '人员' }]);
    draft.offer(theirs({ status: 'returned' }));
    expect(draft.aside.value).toHaveLength(1);
    expect(draft.form.reasons).toEqual([]);
  });

  it("shows a colleague's newer choice under the cursor, and does not put the older one back by leaving the cell", async () => {
    const { theirs, open } = office();
    const draft = open();
    const grid = gridOf(draft);
    grid.place(REASONS);
    draft.offer(theirs({ reasons: ['staff'] }));
    await nextTick();
    expect(grid.text.value).toBe('人员保障');
    grid.edit();
    draft.offer(theirs({ reasons: ['funding'] }));
    grid.commit();
    expect(draft.form.reasons).toEqual(['funding']);
  });
});
