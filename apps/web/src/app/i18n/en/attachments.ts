/** Evidence of a report. */
export const attachments = {
  attachment: {
    title: 'Evidence ({period})',
    titleOf: 'Evidence: {name}',
    short: 'Evidence {n}',
    open: 'Evidence of {name}, {n} files',
    heading: 'Evidence',
    belongsTo: 'Belongs to',
    wholeProject: 'The whole project',
    none: 'No evidence was given.',
    drop: 'Drop files here, or choose them',
    sending: 'Uploading…',
    kinds: 'pdf, docx, xlsx, ofd, jpg, png, csv, txt',
    size: '{n} KB',
    remove: 'Remove {file}',
  },
};
