import type { ExplainLocale } from '@jixiao/domain';
import { computed, nextTick, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue';
import { choicesOf, completedChoice } from './cells.js';
import { blockText, isBlock, layBlock, readBlock, type PastedCell } from './clipboard.js';
import { moved, rangeBetween, type Move } from './move.js';
import type { ReportDraft } from './report-draft.js';
import { sameCell, type CellAt, type Column, type SheetRow } from './sheet-rows.js';
import { createUndo, type CellBefore } from './undo.js';

/** A line with the draft that it belongs to. */
export interface Line {
  readonly draft: ReportDraft;
  readonly row: SheetRow;
}

/** What a pasted block came to. */
export interface Pasted {
  readonly taken: number;
  readonly notTaken: readonly PastedCell[];
}

const BETWEEN_REASONS = /[、,，;；\s]+/;

/** The cursor of the sheet: where it stands, what is being typed there, and every change of cells, so that it can be undone. */
export function useGrid(lines: Ref<readonly Line[]>, locale: Ref<ExplainLocale>) {
  const active = shallowRef<CellAt | null>(null);
  const anchor = shallowRef<CellAt | null>(null);
  const editing = ref(false);
  const text = ref('');
  const pasted = shallowRef<Pasted | null>(null);
  const undo = createUndo();
  let before = '';

  const byKey = computed(() => new Map(lines.value.map((line) => [line.row.key, line])));
  /** What is not to be edited is passed over by the cursor. */
  const rows = computed(() =>
    lines.value.map(({ draft, row }) => (draft.isOpen(row) ? row : { ...row, editable: [] })),
  );
  const range = computed(() =>
    anchor.value && active.value && !sameCell(anchor.value, active.value)
      ? rangeBetween(rows.value, anchor.value, active.value)
      : null,
  );
  const lineAt = (at: CellAt | null): Line | undefined => (at ? byKey.value.get(at.row) : undefined);
  const textAt = (at: CellAt): string => {
    const line = lineAt(at);
    return line ? line.draft.textOf(line.row, at.column, locale.value) : '';
  };
  const choices = computed<readonly string[]>(() => {
    const line = lineAt(active.value);
    return line && active.value ? choicesOf(line.draft.cellOf(line.row, active.value.column), locale.value) : [];
  });
  /** A cell of choices is read once it is left: half a word is no choice. */
  const isDeferred = computed(() => {
    const line = lineAt(active.value);
    if (!line || !active.value) return false;
    const { column, target } = line.draft.cellOf(line.row, active.value.column);
    const byChoice = target?.kind === 'qualitative' || target?.kind === 'date';
    return column === 'reasons' || column === 'likelihood' || (column === 'value' && byChoice);
  });

  function put(at: CellAt, value: string): boolean {
    const line = lineAt(at);
    return line ? line.draft.isOpen(line.row) && line.draft.put(line.row, at.column, value) : false;
  }

  function type(value: string): void {
    if (!active.value) return;
    if (!editing.value) before = textAt(active.value);
    editing.value = true;
    text.value = value;
    if (!isDeferred.value) put(active.value, value);
  }

  function completed(column: Column, value: string): string {
    if (column !== 'reasons') return completedChoice(value, choices.value);
    const words = value.split(BETWEEN_REASONS).filter(Boolean);
    return words.map((word) => completedChoice(word, choices.value)).join('、');
  }

  /** Ends typing: the cell holds what was typed. */
  function commit(): void {
    const at = active.value;
    if (!at || !editing.value) return;
    editing.value = false;
    // What was only looked at may have been changed by somebody else since.
    if (isDeferred.value && text.value !== before) put(at, completed(at.column, text.value));
    if (textAt(at) !== before) undo.remember([{ ...at, text: before }]);
    text.value = textAt(at);
  }

  const isOpen = computed(() => {
    const line = lineAt(active.value);
    return line ? line.draft.isOpen(line.row) : true;
  });
  /** The report was handed in, or its round sealed, while something was being typed: what is not in the cell yet is told. */
  function close(): void {
    const [at, line] = [active.value, lineAt(active.value)];
    if (!at || !line || !editing.value) return;
    editing.value = false;
    if (isDeferred.value && text.value !== before) line.draft.setAside(line.row, at.column, text.value);
    text.value = textAt(at);
  }
  watch(isOpen, (now) => now || close());
  /** What stands in the cell changes under the cursor with somebody else's save. */
  watch(
    () => (active.value ? textAt(active.value) : ''),
    (now) => {
      if (!editing.value) text.value = now;
    },
  );

  /** Gives up typing: the cell holds what it held before. */
  function revert(): void {
    if (!active.value || !editing.value) return;
    editing.value = false;
    put(active.value, before);
    text.value = textAt(active.value);
  }

  function edit(): void {
    if (!active.value || editing.value) return;
    before = textAt(active.value);
    editing.value = true;
  }

  /** Puts the cursor into a cell without going there; null: nowhere. */
  function place(at: CellAt | null): void {
    commit();
    active.value = at;
    text.value = at ? textAt(at) : '';
  }

  function goTo(at: CellAt, extend = false): void {
    const from = anchor.value ?? active.value;
    place(at);
    anchor.value = extend ? from : null;
    void nextTick(() => document.getElementById(EDITOR_ID)?.focus());
  }

  /** @returns false where the move leads out of the sheet */
  function go(move: Move, extend = false): boolean {
    if (!active.value) return false;
    const to = moved(rows.value, active.value, move);
    if (!to) commit();
    else goTo(to, extend);
    return to !== null;
  }

  /** Changes many cells as one step of undoing. @returns the cells whose text could not be taken */
  function putAll(cells: readonly { readonly at: CellAt; readonly text: string }[]): readonly PastedCell[] {
    const old: CellBefore[] = cells.map(({ at }) => ({ ...at, text: textAt(at) }));
    const refused = cells.filter((cell) => !put(cell.at, cell.text) || faultAt(cell.at));
    undo.remember(old);
    if (active.value) text.value = textAt(active.value);
    return refused;
  }

  const faultAt = (at: CellAt): boolean => {
    const line = lineAt(at);
    if (!line || at.column !== 'value') return false;
    const name = line.row.indicator === null ? line.row.kind : line.draft.project.indicators[line.row.indicator]?.id;
    return name !== undefined && name in line.draft.faults.value;
  };

  /** @returns false for a single text, which the cell itself takes */
  function paste(clipboard: string): boolean {
    const at = active.value;
    if (!at || !isBlock(clipboard)) return false;
    commit();
    const cells = layBlock(rows.value, at, readBlock(clipboard));
    const placed = cells.flatMap(({ at: place, text: value }) => (place ? [{ at: place, text: value }] : []));
    const notTaken = [...putAll(placed), ...cells.filter((cell) => cell.at === null)];
    pasted.value = { taken: cells.length - notTaken.length, notTaken };
    return true;
  }

  /** The selected block for other programs; null where only one cell is selected. */
  const copy = (): string | null => (range.value ? blockText(rows.value, range.value, textAt) : null);

  function clear(): void {
    const { value } = range;
    if (!value) return;
    const cells = rows.value
      .filter(({ key }) => value.rows.has(key))
      .flatMap(({ key, editable }) =>
        editable
          .filter((column) => value.columns.has(column))
          .map((column) => ({ at: { row: key, column }, text: '' })),
      );
    putAll(cells);
  }

  function undoLast(): void {
    commit();
    const cells = undo.last();
    for (const { text: value, ...at } of cells) put(at, value);
    const [first] = cells;
    if (first) goTo({ row: first.row, column: first.column });
  }

  return {
    active,
    editing,
    text,
    range,
    rows,
    choices,
    pasted,
    lineAt,
    type,
    edit,
    commit,
    revert,
    go,
    place,
    goTo,
    paste,
    copy,
    clear,
    undoLast,
  };
}

/** There is one editor on the page: in the cell where the cursor stands. */
export const EDITOR_ID = 'sheet-editor';

export type Grid = ReturnType<typeof useGrid>;
export const GRID: InjectionKey<Grid> = Symbol('grid');
