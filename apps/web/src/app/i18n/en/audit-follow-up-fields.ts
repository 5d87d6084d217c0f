/** What fields of rectifications, of the use of results and of supervision are called in the audit trail. */
export const followUpFields = {
  alertIds: 'Alerts',
  owner: 'Owner',
  measures: 'Measures',
  deadline: 'Deadline',
  reference: 'Document',
  nextYearNote: "Next year's ceiling",
  heldOn: 'Held on',
  matter: 'Matter',
  closing: 'Closed by',
  effect: 'Effect',
  lightAfter: 'Light afterwards',
  paragraphs: 'Paragraphs',
  contentHash: 'Hash of the content',
  hash: 'Hash of the seal',
};
