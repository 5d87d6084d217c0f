import type { Messages } from '../zh/index.js';
import { evaluationSubjects } from './audit-evaluation-fields.js';

/** What entries of the audit trail are about, by the kind that their subject begins with. */
export const auditSubjects: Messages['audit']['subjects'] = {
  user: 'User',
  token: 'Token',
  organisation: 'Organisation',
  project: 'Project',
  report: 'Report',
  'report-upload': 'Report file',
  'treasury-delivery': 'Treasury figures',
  rectification: 'Rectification',
  measure: 'Measure',
  naming: 'Circular or interview',
  supervision: 'Matter under supervision',
  ...evaluationSubjects,
  'official-report': 'Official report',
  round: 'Round',
  'rule-pack': 'Rules',
  'alert-rules': 'Alert rules',
  'work-calendar': 'Work calendar',
  'fiscal-year': 'Fiscal year',
  import: 'Import',
  export: 'Export',
  paper: 'Paper',
  'form-template': 'Form template',
  channel: 'Channel',
  job: 'Job',
  audit: 'Audit trail',
};
