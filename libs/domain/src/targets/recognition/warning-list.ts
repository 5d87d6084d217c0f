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

/** The warnings of one document in the order of reading. */
export class WarningList {
  private readonly warnings: DocumentWarning[] = [];
  private unlisted = 0;

  addAll(remarks: RemarkList, project: string | null): void {
    for (const remark of remarks.listed) this.add(remark, project);
    this.unlisted += remarks.unlisted;
  }

  add(remark: Remark, project: string | null): void {
    if (this.warnings.length >= MOST_WARNINGS) {
      this.unlisted += 1;
      return;
    }
    const { code, params = {}, at } = remark;
    this.warnings.push({ code, message: warningMessage(code, params, 'zh'), params, at, project });
  }

  /** All warnings; where some were only counted, the last one says how many. */
  list(): DocumentWarning[] {
    if (this.unlisted === 0) return this.warnings;
    const params = { count: this.unlisted };
    const message = warningMessage('more-warnings', params, 'zh');
    return [...this.warnings, { code: 'more-warnings', message, params, at: 'document', project: null }];
  }
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
