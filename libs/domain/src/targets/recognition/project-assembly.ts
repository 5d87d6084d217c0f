import { isBlankCell } from '../../kernel/text.js';
import { lintCosts } from '../lint.js';
import { checkProjectCode } from '../project-code.js';
import { mentionsMark, withoutMark } from './classified-marks.js';
import type { Cell, ProjectField, RecognisedIndicator, RecognisedProject } from './document-types.js';
import { goalTexts } from './goal-texts.js';
import { isTableHeading, nameInHeading } from './labels.js';
import type { PrintedUnit } from './printed-unit.js';
import type { MoneyUnit, ProjectMoney } from './project-money.js';
import type { FinishedSchedule } from './project-schedule.js';
import { joinedLines, type Located } from './recognition-context.js';
import { printed, type Remark, RemarkList } from './warning-list.js';

/** What was printed about one project, from a table of its own or from the rows of a table of many projects. */
export interface ProjectParts {
  readonly at: string;
  readonly heading: Located | null;
  readonly unit: PrintedUnit | null;
  readonly code: Located | null;
  readonly name: Located | null;
  readonly money: ProjectMoney;
  /** The table's unit of money, where a line or label above the amounts names one. */
  readonly moneyUnit: MoneyUnit | null;
  readonly schedule: FinishedSchedule;
  readonly purposes: readonly Located[];
  readonly goals: readonly Located[];
  readonly indicators: readonly RecognisedIndicator[];
  readonly incompleteIndicators: RecognisedProject['incompleteIndicators'];
  readonly classified: boolean;
  /** Remarks made while the rows were read, in their order. */
  readonly remarks: readonly RemarkList[];
}

export interface FinishedProject {
  readonly project: RecognisedProject;
  readonly remarks: RemarkList;
}

/** No code is longer; a text in its place is refused without being searched further. */
const LONGEST_CODE = 100;
/** Cost targets are compared pairwise; no project has this many indicators. */
const MOST_COMPARED = 500;

/** A project code as it is checked: without the line ends and spaces of a narrow cell. */
export const codeText = (cell: Located | null): string => (cell?.text ?? '').slice(0, LONGEST_CODE).replace(/\s/g, '');

/** Puts a project together and makes every remark that only the whole of it allows (R1, R2, R42). */
export function assembleProject(parts: ProjectParts): FinishedProject {
  const remarks = new RemarkList();
  const name = nameOf(parts, remarks);
  const code = codeOf(parts, remarks);
  const money = parts.money.finish(parts.moneyUnit, parts.at);
  const goals = goalTexts(parts.goals.map(({ text }) => text));
  const purpose = joined(parts.purposes)?.text ?? null;
  const classified = parts.classified || [name.text, purpose ?? '', ...goals].some(mentionsMark);
  if (classified) remarks.add({ code: 'classified-project', at: parts.at });
  remarks.add(...money.remarks, ...parts.schedule.remarks);
  for (const list of parts.remarks) remarks.addAll(list);
  remarks.add(...costRemarks(parts, money.amounts.budget));
  if (parts.indicators.length === 0 && parts.incompleteIndicators.length === 0) {
    remarks.add({ code: 'indicators-missing', at: parts.at });
  }
  const project: RecognisedProject = {
    code,
    name: name.text,
    unitCode: parts.unit?.code ?? null,
    unitName: parts.unit?.name || null,
    budgetFen: money.amounts.budget,
    fiscalFundsFen: money.amounts.fiscalFunds,
    otherFundsFen: money.amounts.otherFunds,
    purpose,
    schedule: parts.schedule.percents,
    scheduleMonths: parts.schedule.months,
    goals,
    indicators: parts.indicators,
    incompleteIndicators: parts.incompleteIndicators,
    classified,
    sources: sourcesOf(parts, name.source),
    at: parts.at,
  };
  return { project, remarks };
}

interface FoundName {
  readonly text: string;
  readonly source: Located | null;
}

/** The name cell rules; the heading helps out where it is blank (domain rules §11). */
function nameOf({ name: cell, heading, at: projectAt }: ProjectParts, remarks: RemarkList): FoundName {
  const name = cell && !isBlankCell(cell.text) ? joinedLines(cell.text) : '';
  const inHeading = nameInHeading(heading?.text ?? '');
  const at = cell?.at ?? heading?.at ?? projectAt;
  if (name === '') {
    remarks.add(
      inHeading === ''
        ? { code: 'name-missing', at }
        : { code: 'name-from-heading', params: { heading: inHeading }, at },
    );
    return { text: inHeading, source: inHeading === '' ? null : heading };
  }
  if (inHeading !== '' && isTableHeading(heading?.text ?? '') && comparable(inHeading) !== comparable(name)) {
    remarks.add({ code: 'heading-differs', params: { heading: printed(inHeading), name: printed(name) }, at });
  }
  return { text: name, source: cell };
}

/** R1–R2: a missing code is no error; a wrong form drops the code, never the project; a wrong check is a warning. */
function codeOf({ code: cell, at }: ProjectParts, remarks: RemarkList): string | null {
  const text = codeText(cell);
  const { code, problem, warning } = checkProjectCode(text);
  for (const found of [problem, warning]) {
    if (found) {
      remarks.add({ code: found.code, params: { code: printed(text), ...found.params }, at: cell?.at ?? at });
    }
  }
  return code;
}

function costRemarks({ indicators, at }: ProjectParts, budgetFen: number | null): Remark[] {
  if (indicators.length > MOST_COMPARED) return [];
  const costs = indicators.map((value) => ({ level2: value.level2, name: value.name, value }));
  return lintCosts(costs, budgetFen).map((problem) => ({ ...problem, at }));
}

function sourcesOf(parts: ProjectParts, name: Located | null): RecognisedProject['sources'] {
  const { unit, money, schedule } = parts;
  const cells: Record<ProjectField, Cell | null> = {
    code: parts.code,
    name,
    budget: money.source('budget'),
    fiscalFunds: money.source('fiscalFunds'),
    otherFunds: money.source('otherFunds'),
    purpose: joined(parts.purposes),
    schedule: schedule.source,
    goals: joined(parts.goals),
    unit: unit && { text: unit.text, at: unit.at },
  };
  return Object.fromEntries(
    Object.entries(cells).flatMap(([field, cell]) =>
      cell && cell.text !== '' ? [[field, { text: cell.text, at: cell.at }]] : [],
    ),
  );
}

/** Several cells of one field as one text, at the place of the first. */
function joined(cells: readonly Located[]): Located | null {
  const [first] = cells;
  return first ? { text: cells.map(({ text }) => text).join('\n'), at: first.at } : null;
}

const comparable = (name: string): string =>
  withoutMark(name).normalize('NFKC').replace(/\s+/g, '').replace(/项目$/, '');
