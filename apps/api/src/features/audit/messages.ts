import type { Messages } from '../../platform/http/message-catalogue.js';

export const auditMessages: Messages = {
  'audit-export-too-large': {
    status: 413,
    zh: '符合条件的审计记录超过 {most} 条，Excel 放不下。请缩小范围，或导出 CSV。',
    en: 'More than {most} entries match, which Excel cannot hold. Narrow the choice, or export CSV.',
  },
};
