import { computed, reactive } from 'vue';
import type { ParagraphChange, ReportParagraph } from './official-reports.api.js';
import { draftedText, standingText } from './paragraph-text.js';

/** A paragraph that a person adds at the end of a section. */
interface Added {
  readonly key: number;
  readonly sectionId: string;
  text: string;
}

/**
 * What is being written into a report and not yet saved. It stays when the report is read again, so that nothing is lost
 * where somebody else has saved meanwhile.
 */
export function reportEdits() {
  /** By the paragraph's id: what stands in its field. */
  const texts = reactive(new Map<string, string>());
  /** Those that are to be as drafted again. */
  const restored = reactive(new Set<string>());
  const added = reactive<Added[]>([]);
  const bases = new Map<string, string>();
  let last = 0;

  const isChanged = (id: string): boolean => restored.has(id) || texts.get(id) !== bases.get(id);
  const changes = computed<readonly ParagraphChange[]>(() => [
    ...[...texts.keys()].filter(isChanged).map((paragraphId) => ({
      paragraphId,
      text: restored.has(paragraphId) ? null : (texts.get(paragraphId) ?? '').trim(),
    })),
    ...added.flatMap(({ sectionId, text }) => (text.trim() === '' ? [] : [{ sectionId, text: text.trim() }])),
  ]);

  const stop = (id: string): void => {
    texts.delete(id);
    restored.delete(id);
    bases.delete(id);
  };
  return {
    texts,
    added,
    changes,
    isOpen: (id: string): boolean => texts.has(id),
    isRestored: (id: string): boolean => restored.has(id),
    begin: (paragraph: ReportParagraph): void => {
      bases.set(paragraph.id, standingText(paragraph));
      texts.set(paragraph.id, standingText(paragraph));
    },
    write: (id: string, text: string): void => {
      restored.delete(id);
      texts.set(id, text);
    },
    /** Puts the drafted sentences back, with their sources. */
    restore: (paragraph: ReportParagraph): void => {
      if (!texts.has(paragraph.id)) bases.set(paragraph.id, standingText(paragraph));
      texts.set(paragraph.id, draftedText(paragraph));
      if (paragraph.edited === null) restored.delete(paragraph.id);
      else restored.add(paragraph.id);
    },
    stop,
    add: (sectionId: string): void => {
      last += 1;
      added.push({ key: last, sectionId, text: '' });
    },
    drop: (key: number): void => {
      const at = added.findIndex((one) => one.key === key);
      if (at >= 0) added.splice(at, 1);
    },
    clear: (): void => {
      for (const id of [...texts.keys()]) stop(id);
      added.splice(0);
    },
  };
}

export type ReportEdits = ReturnType<typeof reportEdits>;
