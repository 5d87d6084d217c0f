/** What fields of exports, papers and official reports are called in the audit trail. */
export const paperFields = {
  packaging: 'Packaging',
  papers: 'Documents',
  ref: 'Template version',
  exact: 'As given out',
  sameContent: 'Same content',
  notComparable: 'Not comparable',
  unknownCode: 'False code',
  unknown: 'Not from this system',
  outside: 'Of another unit',
  changedSince: 'Changed since',
  paragraphs: 'Edited paragraphs',
  contentHash: 'Hash of the content',
  previousHash: 'Hash of the seal before',
  hash: 'Hash of the seal',
};
