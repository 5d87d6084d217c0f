import type { ExportKind } from './export-kinds.js';

/** What no file system takes in a name, and what would make a folder or a hidden file of it. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;
const EDGES = /^[\s.]+|[\s.]+$/gu;
const MOST_SIGNS = 80;

/** A name of a file or folder that every system takes. */
export const plainName = (name: string): string =>
  [...name.replace(FORBIDDEN, '_').replace(EDGES, '')].slice(0, MOST_SIGNS).join('').replace(EDGES, '') || '_';

const KIND_NAMES: Readonly<Record<ExportKind, string>> = {
  monitoringForm: '绩效目标执行监控表',
  selfEvaluationForm: '绩效自评表',
  evidence: '绩效佐证资料',
};

/** `2023年1-6月绩效目标执行监控表`. */
export const titleOf = (kind: ExportKind, year: number, month: number | null): string =>
  `${year}年${month === null ? '' : `1-${month}月`}${KIND_NAMES[kind]}`;

/** Gives out names that are unique within a folder; systems that do not tell cases apart are minded. */
export class UniqueNames {
  private readonly taken = new Set<string>();

  /** @param ending with its dot */
  of(folder: string, name: string, ending: string): string {
    for (let count = 1; ; count += 1) {
      const path = `${folder}${name}${count === 1 ? '' : ` (${count})`}${ending}`;
      const key = path.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return path;
    }
  }
}
