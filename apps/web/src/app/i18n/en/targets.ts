import type { Messages } from '../zh/index.js';

export const targets: Pick<Messages, 'versions' | 'difference' | 'field'> = {
  versions: {
    title: 'Versions of the targets',
    version: 'Version',
    source: 'Source file',
    indicators: 'Indicators',
    budget: 'Initial budget (10k CNY)',
    by: 'By',
    at: 'At',
    restored: 'Import undone, restored from version {version}',
    first: 'The first version: nothing to compare it with.',
    none: 'Says the same as the version before.',
    show: 'Changes',
    showOf: 'Changes of version {version}',
    changes: 'Version {version} against version {before}',
  },
  difference: { field: 'What', before: 'Before', after: 'Now' },
  field: {
    code: 'Code',
    name: 'Name',
    budget: 'Budget',
    fiscalFunds: 'Fiscal funds',
    otherFunds: 'Other funds',
    purpose: 'Purpose',
    schedule: 'Spend schedule',
    goals: 'Goals',
    order: 'Order of indicators',
    indicator: 'Indicator: {name}',
  },
};
