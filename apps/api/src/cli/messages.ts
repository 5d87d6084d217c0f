import type { Messages } from '../platform/http/message-catalogue.js';

export const cliMessages: Messages = {
  'rules-file-unreadable': {
    zh: '“{file}”不是规则文件：应为一个 JSON 对象。',
    en: '“{file}” is no file of rules: it should hold one JSON object.',
  },
  'rules-note-missing': {
    zh: '更换监控期的规则要说明原因（--note）。',
    en: 'Say why the round gets other rules (--note).',
  },
  'file-not-readable': { zh: '无法打开文件“{file}”。', en: 'The file “{file}” cannot be opened.' },
};
