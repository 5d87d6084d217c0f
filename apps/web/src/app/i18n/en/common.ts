import type { Messages } from '../zh/index.js';

export const common: Pick<
  Messages,
  | 'app'
  | 'nav'
  | 'action'
  | 'state'
  | 'light'
  | 'unit'
  | 'chart'
  | 'step'
  | 'projectSelect'
  | 'place'
  | 'role'
  | 'signIn'
  | 'notFound'
  | 'forbidden'
  | 'error'
> = {
  app: { name: 'Performance Monitoring', skip: 'Skip to content' },
  nav: {
    label: 'Main navigation',
    more: 'More',
    overview: 'Overview',
    analysis: 'Analysis',
    project: 'Project',
    report: 'Reporting',
    review: 'Review',
    alerts: 'Alerts',
    rectification: 'Rectification',
    selfEvaluation: 'Self-evaluation',
    departmentGoals: 'Department goals',
    owing: 'Owing',
    outputs: 'Outputs',
    officialReport: 'Report',
    targets: 'Targets',
    imports: 'Import',
    treasury: 'Treasury',
    verification: 'Verification',
    rules: 'Rules',
    rounds: 'Rounds',
    settings: 'Settings',
    people: 'People',
    organisations: 'Organisations',
    tokens: 'API tokens',
    channels: 'Channels',
    workCalendar: 'Work calendar',
    alertRules: 'Alert rules',
    evaluationRules: 'Evaluation rules',
    me: 'My account',
    password: 'Change password',
    jobs: 'All jobs',
    audit: 'Audit',
    notifications: 'Notifications',
  },
  action: {
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    remove: 'Remove',
    home: 'Back to the start',
    signOut: 'Sign out',
    actions: 'Actions',
    exportCsv: 'Export CSV',
    understood: 'Understood',
  },
  state: { loading: 'Reading…', failed: 'Could not be read', empty: 'Nothing here yet', saved: 'Saved' },
  light: { red: 'Red', yellow: 'Yellow', green: 'Green', blue: 'Blue', grey: 'Grey' },
  unit: { wan: '10k CNY' },
  place: {
    document: 'whole document',
    line: 'line {line}',
    lineCell: 'line {line}, cell {cell}',
    paragraph: 'paragraph {paragraph}',
    row: 'table {table}, row {row}',
    cell: 'table {table}, row {row}, cell {cell}',
    sheetRow: '{sheet}, row {row}',
  },
  step: {
    text: 'Remark',
    textOptional: 'Remark (optional)',
    textNeeded: 'Write a few words.',
    dayNeeded: 'Choose a day.',
    confirm: 'Confirm: {step}',
  },
  projectSelect: { find: 'Type to find a project' },
  chart: { asTable: 'As a table', asChart: 'As a chart', save: 'Save image' },
  role: {
    clerk: 'Reporting clerk',
    unitReviewer: 'Unit reviewer',
    departmentReviewer: 'Department reviewer',
    financeReviewer: 'Finance reviewer',
    leader: 'Leader',
    auditor: 'Auditor',
    admin: 'Administrator',
  },
  signIn: {
    title: 'Sign in',
    purpose: 'Budget performance monitoring: does each project keep up with its spending plan and its goals?',
    username: 'Username',
    password: 'Password',
    submit: 'Sign in',
    ended: 'Your session has ended. Sign in again and you return to where you were.',
  },
  notFound: { title: 'There is no such page', hint: 'The address may be mistyped, or the page has moved.' },
  forbidden: {
    title: 'You may not see this page',
    hint: 'If your work needs it, please ask the administrator of your organisation.',
  },
  error: {
    unexpected: 'Something unexpected happened and this was not done. Try again, or tell the administrator.',
    network: 'The server cannot be reached. Check the network and try again.',
    unavailable: 'The service is not available right now; try again shortly.',
    busy: 'The system is busy; try again shortly.',
    'not-signed-in': 'Your session has ended; please sign in again.',
    'sign-in-failed': 'The username or the password is not right.',
    'too-many-attempts': 'Too many failed sign-ins; try again in {seconds} seconds.',
    forbidden: 'You may not do this.',
    'not-found': 'Not found, or outside what you may see.',
    'round-locked': 'This round is locked and can no longer be changed.',
    'round-not-open': 'This round is not open for reporting yet.',
    'round-exists': 'This round exists already.',
    'report-changed': 'Somebody else has saved in between.',
    'report-submitted': 'A submitted report cannot be changed; withdraw it first.',
    'report-not-submitted': 'The report has not been submitted.',
    'report-incomplete': 'Something that is due is still missing; the report cannot be submitted.',
    'budget-below-zero': 'The reduction would take the budget below zero; check the amount.',
    'job-ended': 'The job has ended and cannot be cancelled.',
    'job-not-dead': 'Only a failed job can be tried again.',
    'unsupported-media-type': 'This kind of file is not supported; choose the text export of Word.',
  },
};
