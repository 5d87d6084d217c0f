import type { Messages } from '../platform/http/message-catalogue.js';

export const cliMessages: Messages = {
  'file-not-readable': { zh: '无法打开文件“{file}”。', en: 'The file “{file}” cannot be opened.' },
};
