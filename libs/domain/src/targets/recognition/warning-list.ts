import type { Problem } from '../../kernel/result.js';
import { excerpt } from '../../kernel/text.js';
import type { DocumentWarning } from './document-types.js';
import { warningMessage } from './warning-messages.js';

/** A remark before it is known which project it concerns. */
export interface Remark extends Problem {
  readonly at: string;
}

/** More remarks than a person reads are counted, not listed. */
const MOST_WARNINGS = 1000;
/** Says how many remarks were only counted. */
const MORE = 'more-warnings';
const LONGEST_EXCERPT = 60;

/** Remarks in the order of reading; what goes beyond a readable number is counted, so that no input fills the memory. */
export class RemarkList {
  readonly listed: Remark[] = [];
  unlisted = 0;

  add(...remarks: readonly Remark[]): void {
    for (const remark of remarks) {
      if (this.listed.length < MOST_WARNINGS) this.listed.push(remark);
      else this.unlisted += 1;
    }
  }

  addAll(other: RemarkList): void {
    this.add(...other.listed);
    this.unlisted += other.unlisted;
  }
}

/** Warnings with their sentences, of one project or of the document as a whole, in the order of reading. */
export class WarningList {
  private readonly warnings: DocumentWarning[] = [];
  private unlisted = 0;

  constructor(
    private readonly project: string | null,
    private readonly at: string,
  ) {}

  addAll(remarks: RemarkList): void {
    this.add(remarks.listed);
    this.unlisted += remarks.unlisted;
  }

  add(remarks: readonly Remark[]): void {
    for (const remark of remarks) {
      if (this.warnings.length < MOST_WARNINGS) this.warnings.push(warningOf(remark, this.project));
      else this.unlisted += 1;
    }
  }

  /** All warnings; where some were only counted, the last one says how many. */
  list(): DocumentWarning[] {
    return withCount(this.warnings, this.unlisted, this.at, this.project);
  }
}

/** The warnings of many projects in one list of readable length. */
export class WarningLimit {
  private readonly warnings: DocumentWarning[] = [];
  private unlisted = 0;

  addAll(warnings: readonly DocumentWarning[]): void {
    for (const warning of warnings) {
      if (warning.code === MORE) this.unlisted += Number(warning.params?.['count'] ?? 0);
      else if (this.warnings.length < MOST_WARNINGS) this.warnings.push(warning);
      else this.unlisted += 1;
    }
  }

  list(): DocumentWarning[] {
    return withCount(this.warnings, this.unlisted, 'document', null);
  }
}

function warningOf({ code, params = {}, at }: Remark, project: string | null): DocumentWarning {
  return { code, message: warningMessage(code, params, 'zh'), params, at, project };
}

function withCount(
  warnings: readonly DocumentWarning[],
  count: number,
  at: string,
  project: string | null,
): DocumentWarning[] {
  return count === 0 ? [...warnings] : [...warnings, warningOf({ code: MORE, params: { count }, at }, project)];
}

/** What was printed, short enough for a sentence: the cells of a row, or a text, without line breaks. */
export function printed(...texts: readonly string[]): string {
  const shown = texts
    .slice(0, 12)
    .map((text) =>
      text
        .slice(0, LONGEST_EXCERPT * 2)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  return excerpt(shown.join(' | '), LONGEST_EXCERPT);
}
