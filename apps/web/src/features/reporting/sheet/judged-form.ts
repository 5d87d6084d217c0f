import { lastDayOf, treasuryDifference, type RulePack } from '@jixiao/domain';
import { computed, type Ref } from 'vue';
import type { ProjectDetail, Report, Round } from '../../../shared/api/schema.gen.js';
import type { Unread } from '../draft-keeper.js';
import { adviceIn, gapsIn, isUnexplained, liveAssessment, reportedIn } from '../live-light.js';
import { reopenedIndicator } from '../may-edit.js';
import { formOf, readForm, settledForm, type ReadForm, type ReportForm } from '../report-form.js';
import { remarksByLine } from './report-remarks.js';
import { rowsOf } from './sheet-rows.js';

/** What is sent of a form, comparable: apart from the version. */
export const contentOf = ({ version: _, ...content }: ReadForm['input']): string => JSON.stringify(content);

/** What a project's form is judged against. */
export interface Judged {
  readonly project: ProjectDetail;
  readonly round: Round;
  readonly rulePack: RulePack;
}

/** The form as it is read and judged while one types: its light, what it lacks, and what of it cannot be read. */
export function judgedForm(
  { project, round, rulePack }: Judged,
  form: ReportForm,
  unread: Readonly<Record<string, Unread>>,
  stored: Readonly<Ref<Report>>,
) {
  const lastDay = lastDayOf(round);
  const read = computed(() => readForm(form, stored.value, project.indicators, lastDay));
  const input = computed(() => read.value.input);
  const faults = computed(() => read.value.faults);
  const treasury = computed(() => stored.value.treasury);
  const assessment = computed(() => liveAssessment(project, round, rulePack, input.value, treasury.value));
  /** The one indicator that was reopened, where it is only one. */
  const only = computed(() => reopenedIndicator(stored.value));
  const gaps = computed(() => gapsIn(assessment.value, input.value, rulePack, only.value));
  const unexplained = computed(() => only.value === null && isUnexplained(input.value, treasury.value));
  /** Whether what can be read of the form says something else than the report that is stored. */
  function differsFromStored(): boolean {
    const untouched = readForm(formOf(stored.value, project.indicators), stored.value, project.indicators, lastDay);
    return contentOf(input.value) !== contentOf(untouched.input);
  }
  return {
    input,
    faults,
    differsFromStored,
    assessment,
    only,
    remarks: computed(() => remarksByLine(gaps.value, adviceIn(assessment.value, input.value, rulePack))),
    difference: computed(() => treasuryDifference(reportedIn(input.value), treasury.value)),
    unexplained,
    missing: computed(() => gaps.value.length + (unexplained.value ? 1 : 0)),
    faultCount: computed(() => Object.keys(faults.value).length + Object.keys(unread).length),
    rows: computed(() => rowsOf(project, treasury.value !== null)),
    settled: (): ReportForm => settledForm(form, stored.value, project.indicators, lastDay),
  };
}
