import { departmentIndicators } from './department-indicators.js';
import type { RecognisedDepartmentGoal } from './document-types.js';
import type { Located } from './recognition-context.js';
import { printed, RemarkList } from './warning-list.js';

type OrdinalStyle = 'bracketedChinese' | 'chinese' | 'bracketedDigit' | 'digit';
interface Ordinal {
  readonly style: OrdinalStyle;
  readonly rest: string;
}
interface Draft {
  readonly title: string;
  readonly goal: string[];
  readonly indicators: string[];
  part: 'title' | 'goal' | 'indicators';
}

const ORDINALS: readonly (readonly [OrdinalStyle, RegExp])[] = [
  ['bracketedChinese', /^[(（][一二三四五六七八九十]{1,3}[)）]\s*/],
  ['chinese', /^[一二三四五六七八九十]{1,3}[、.．]\s*/],
  ['bracketedDigit', /^[(（]\d{1,3}[)）]\s*/],
  ['digit', /^\d{1,3}[、.．](?!\d)\s*/],
];
const PART = /(绩效目标|绩效指标)[:：]/;
const SECTION_START =
  /^(?:[一二三四五六七八九十]{1,2}[、.．]|[(（][一二三四五六七八九十][)）])?\s*(?:部门)?分项(?:绩效)?目标[:：]?$/;
const SECTION_END =
  /^(?:[一二三四五六七八九十]{1,2}[、.．]|[(（][一二三四五六七八九十][)）])\s*.{0,8}保障措施[:：]?$|^第[一二三四五六七八九十]+部分/;
/** A title is a phrase; longer first sentences are the goal itself. */
const LONGEST_TITLE = 30;

/**
 * The department's sub-goals: what stands between 二、分项绩效目标 and 三、工作保障措施. The same ordinals are used
 * again inside other sections and inside goals, so the style of the first ordinal tells which lines begin a goal.
 */
export class DepartmentGoals {
  readonly remarks = new RemarkList();
  private readonly paragraphs: Located[] = [];
  private open = false;

  /** Takes a text block; true where it belongs to the section (or begins or ends it). */
  take(text: Located): boolean {
    if (text.text.length <= 60) {
      if (SECTION_START.test(text.text)) {
        this.open = true;
        return true;
      }
      if (SECTION_END.test(text.text)) this.close();
    }
    if (this.open) this.paragraphs.push(text);
    return this.open;
  }

  close(): void {
    this.open = false;
  }

  get isOpen(): boolean {
    return this.open;
  }

  finish(): RecognisedDepartmentGoal[] {
    const style = this.paragraphs.map(({ text }) => ordinalOf(text)?.style).find((found) => found !== undefined);
    const hasParts = this.paragraphs.some(({ text }) => startsPart(text));
    const drafts: Draft[] = [];
    this.paragraphs.forEach((paragraph, index) => {
      const next = this.paragraphs[index + 1]?.text ?? '';
      const ordinal = ordinalOf(paragraph.text);
      const current = drafts.at(-1);
      if (ordinal !== null && ordinal.style === style && beginsGoal(paragraph.text, current, next, hasParts)) {
        drafts.push(draftOf(ordinal.rest));
      } else if (current) addTo(current, paragraph.text);
      else if (!startsPart(paragraph.text) && startsPart(next)) drafts.push(draftOf(paragraph.text));
      else this.remarks.add({ code: 'unrecognised-text', params: { text: printed(paragraph.text) }, at: paragraph.at });
    });
    return drafts.map(goalOf);
  }
}

function ordinalOf(text: string): Ordinal | null {
  for (const [style, form] of ORDINALS) {
    const match = form.exec(text);
    if (match) return { style, rest: text.slice(match[0].length) };
  }
  return null;
}

const startsPart = (text: string): boolean => /^(?:绩效目标|绩效指标)[:：]/.test(text);

/**
 * In a section without 绩效目标 and 绩效指标 every ordinal begins a goal. With them, a goal begins where one of the two
 * follows, unless the goal above still waits for its 绩效指标 (then the line is an item of a list inside that goal).
 */
function beginsGoal(text: string, current: Draft | undefined, next: string, hasParts: boolean): boolean {
  if (!hasParts || current === undefined || PART.test(text.slice(0, 200))) return true;
  if (/^绩效目标[:：]/.test(next)) return true;
  if (/^绩效指标[:：]/.test(next)) return current.indicators.length > 0 || current.part === 'title';
  return current.indicators.some((line) => line !== '');
}

function draftOf(text: string): Draft {
  const at = text.slice(0, 200).search(PART);
  const draft: Draft = { title: at === -1 ? text : text.slice(0, at), goal: [], indicators: [], part: 'title' };
  if (at !== -1) addTo(draft, text.slice(at));
  return draft;
}

/** Adds a paragraph to the part it names, or to the part that is open. */
function addTo(draft: Draft, paragraph: string): void {
  for (const piece of paragraph.split(/(?=绩效目标[:：]|绩效指标[:：])/)) {
    const label = /^(绩效目标|绩效指标)[:：]\s*/.exec(piece);
    if (label) draft.part = label[1] === '绩效目标' ? 'goal' : 'indicators';
    const text = piece.slice(label?.[0].length ?? 0).trim();
    if (draft.part === 'indicators') draft.indicators.push(text);
    else draft.goal.push(text);
  }
}

function goalOf({ title, goal, indicators }: Draft): RecognisedDepartmentGoal {
  const printedGoal = goal.filter((line) => line !== '').join('\n');
  return {
    title: titleOf(title),
    goal: printedGoal === '' ? title.trim() : printedGoal,
    indicators: departmentIndicators(indicators.join('\n')),
  };
}

/** The phrase before the first full stop where it is short, else the whole line; without the stop at its end. */
function titleOf(line: string): string {
  const end = line.indexOf('。');
  const title = end > 0 && end <= LONGEST_TITLE ? line.slice(0, end) : line;
  return title.trim().replace(/[。；;：:]$/, '');
}
