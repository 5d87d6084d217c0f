import type { Messages } from '../zh/index.js';

export const presentation: Pick<Messages, 'export'> = {
  export: {
    open: 'Export',
    working: 'Exporting…',
    excel: 'Excel workbook',
    csv: 'CSV text',
    picture: 'Picture',
    print: 'Print',
  },
};
