import type { Messages } from '../zh/index.js';

/** Final accounts (决算) and forms that come back, on the pages of self-evaluation. */
export const evaluationAccounts: Pick<Messages['evaluation'], 'account' | 'accounts' | 'forms'> = {
  account: {
    title: 'Final account and December',
    figure: 'Figure',
    spent: 'Spent in the year (10,000 yuan)',
    rate: 'Execution (%)',
    round: 'December',
    account: 'Final account',
    difference: 'Difference',
    noRound: 'December has no expenditure',
    noRate: 'Budget or expenditure is missing',
    counts: 'It is scored by the final account.',
    shown: 'The final account came after it was handed in, which it is still scored by the figure of.',
    recorded: 'Revision {n}, recorded by {name}, {at}.',
    note: 'Note',
    recordedAt: 'Recorded',
  },
  accounts: {
    title: 'Final accounts of {year}',
    upload: 'Upload final accounts',
    uploadHint:
      '.xlsx or .csv with a heading for the project’s code or name and for the expenditure with its unit, or .json. Look first, save then; with one row at fault nothing is saved.',
    unreadable: "This JSON file cannot be read: it should be {'{'}\"rows\": [...]{'}'}, or the array of rows.",
    saved:
      'Saved: {new} new, {changed} changed, {unchanged} unchanged; {scored} self-evaluations scored anew, {shown} only show the difference.',
    summary:
      '{new} new, {changed} changed, {unchanged} unchanged; {scored} self-evaluations would be scored anew, {shown} only show the difference. Not saved yet.',
    taken: 'Preview of the final accounts',
    outcome: 'Outcome',
    outcomes: { new: 'new', changed: 'changed', unchanged: 'unchanged' },
    effect: 'Self-evaluation',
    effects: { scored: 'scored anew', shown: 'difference shown', none: 'none' },
    beforeWan: 'Before (10,000 yuan)',
    accountWan: 'Final account (10,000 yuan)',
    roundWan: 'December (10,000 yuan)',
    differenceWan: 'Difference (10,000 yuan)',
    ratePoints: 'Execution (points)',
    noBefore: 'There was no final account',
    differing: 'Only where December differs',
    count: '{n} project | {n} projects',
    none: 'There are no final accounts yet',
    noneHint: 'Once they are uploaded, execution is scored by them; the differences are listed here.',
    noneDiffering: 'All final accounts are what December said',
  },
  forms: {
    upload: 'Upload forms',
    hint: 'Official forms of self-evaluation as exported under Outputs and filled in elsewhere: .xlsx or .docx, one project or many. Blank cells leave what is stored; points are what the rules make of the results, and those of qualitative indicators are taken from the form. Shown first, saved once you confirm; one fault and nothing is saved.',
    summary:
      '{n} form, {changing} with changes; nothing is saved yet. | {n} forms, {changing} with changes; nothing is saved yet.',
    save: 'Save {n} form | Save {n} forms',
    saved: '{n} self-evaluation saved. | {n} self-evaluations saved.',
    unchanged: 'nothing changes',
    colon: ': ',
    field: { frame: 'frame of weights', achievedGoal: 'what was achieved', funds: 'funds' },
  },
};
