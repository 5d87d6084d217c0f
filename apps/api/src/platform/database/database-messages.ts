import type { Messages } from '../http/message-catalogue.js';

/** Refusals of the database that no use case has turned into a more telling one. */
export const databaseMessages: Messages = {
  'text-too-long': { status: 422, zh: '文字超出允许的长度。', en: 'A text is longer than allowed.' },
  'value-out-of-range': {
    status: 422,
    zh: '数值超出可精确保存的范围。',
    en: 'A number is too large to be stored exactly.',
  },
  'database-unavailable': {
    status: 503,
    zh: '暂时无法连接数据库，请稍后再试。',
    en: 'The database cannot be reached at the moment; try again shortly.',
  },
  'backup-not-embedded': {
    status: 422,
    zh: '备份和恢复命令只用于内置数据库；MySQL 请使用 mysqldump（见 README）。',
    en: 'backup and restore are for the embedded database; for MySQL use mysqldump (see the README).',
  },
  'backup-no-database': { status: 422, zh: '数据库文件 {file} 不存在。', en: 'There is no database {file} yet.' },
  'backup-file-exists': {
    status: 422,
    zh: '文件 {file} 已存在，请换一个文件名。',
    en: 'The file {file} exists already; choose another name.',
  },
  'backup-not-found': { status: 422, zh: '找不到备份文件 {file}。', en: 'There is no backup {file}.' },
  'backup-damaged': {
    status: 422,
    zh: '{file} 已损坏，或不是本程序的数据库。',
    en: '{file} is damaged, or is not a database of this program.',
  },
  'backup-of-newer-version': {
    status: 422,
    zh: '{file} 来自更新版本的程序（{step}），请先升级。',
    en: '{file} is of a newer version of this program ({step}); upgrade first.',
  },
  'database-in-use': {
    status: 409,
    zh: '数据库 {file} 正在使用中，请先停止服务。',
    en: 'The database {file} is in use; stop the server first.',
  },
};
