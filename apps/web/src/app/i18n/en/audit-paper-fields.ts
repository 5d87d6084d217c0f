/** What fields of exports, of papers and of their templates are called in the audit trail. */
export const paperFields = {
  packaging: 'Files by',
  papers: 'Documents',
  ref: 'Version',
  exact: 'Exactly as given out',
  sameContent: 'Same content',
  notComparable: 'Content cannot be compared',
  unknownCode: 'Code never given out',
  unknown: 'Not given out by the system',
  outside: 'Out of reach',
  changedSince: 'Data changed since',
};
