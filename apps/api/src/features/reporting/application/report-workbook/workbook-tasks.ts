import { readReportFile } from '../report-file/read-report-file.js';
import { annotatedWorkbook } from './annotated-workbook.js';
import { writeTemplate } from './write-template.js';

/** What is done with workbooks, each in one go that would hold up everything else in the same thread. */
export const WORKBOOK_TASKS = { read: readReportFile, annotate: annotatedWorkbook, write: writeTemplate } as const;
export type WorkbookTasks = typeof WORKBOOK_TASKS;
export type WorkbookTask = keyof WorkbookTasks;

/** What the thread is started with. */
export interface ThreadTask {
  readonly task: WorkbookTask;
  readonly args: readonly unknown[];
}
