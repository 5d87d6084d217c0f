import type { Messages } from '../../platform/http/message-catalogue.js';

export const peopleMessages: Messages = {
  'own-account': {
    status: 403,
    zh: '不能更改自己的角色或停用自己的账号，请由另一位管理员办理。',
    en: 'Nobody changes the own roles or closes the own account; another administrator does it.',
  },
  'last-administrator': {
    status: 409,
    zh: '这是最后一位全县管理员，不能停用，也不能去掉管理员角色。',
    en: 'This is the last administrator of the whole county, who cannot be closed or lose the role.',
  },
  'role-beyond-reach': {
    status: 403,
    zh: '财政审核人和审计只能设在财政局，或由全县管理员授予。',
    en: 'Finance reviewers and auditors belong to a finance bureau, or are appointed by an administrator of the whole county.',
  },
  'same-person': { zh: '请选择另一个人。', en: 'Choose another person.' },
  'account-closed': { status: 409, zh: '“{username}”的账号已停用。', en: 'The account of “{username}” is closed.' },
  'day-over': {
    zh: '开始日期不能早于今天，结束日期不能早于开始日期。',
    en: 'The first day is today or later, and the last day is not before it.',
  },
  'nothing-to-hand-over': {
    status: 409,
    zh: '该人员届时没有可以移交的角色。',
    en: 'The person has no role to hand over on that day.',
  },
  'nothing-to-lend': {
    status: 409,
    zh: '没有可以请人代办的业务角色。',
    en: 'There is no business role that a deputy could have.',
  },
  'deputy-out-of-line': {
    status: 409,
    zh: '代办人须是本单位，或上级、下级单位的人员。',
    en: 'A deputy is somebody of the same organisation, or above or below it.',
  },
  'deputy-too-long': { zh: '代办期限最长一年。', en: 'A deputy is appointed for a year at most.' },
};
