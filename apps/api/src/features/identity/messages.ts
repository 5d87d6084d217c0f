import type { Messages } from '../../platform/http/message-catalogue.js';

export const identityMessages: Messages = {
  'sign-in-failed': { status: 401, zh: '用户名或密码不正确。', en: 'The username or the password is not right.' },
  'too-many-attempts': {
    status: 429,
    zh: '登录失败次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many failed sign-ins; try again in {seconds} seconds.',
  },
  'token-invalid': {
    status: 401,
    zh: '访问令牌无效或已被吊销。',
    en: 'The token is not valid, or was revoked.',
  },
  'too-many-refused-tokens': {
    status: 429,
    zh: '被拒绝的访问令牌过多，请在 {seconds} 秒后再试。',
    en: 'Too many refused tokens; try again in {seconds} seconds.',
  },
  'token-expired': { status: 401, zh: '访问令牌已过期。', en: 'The token has expired.' },
  'token-name-invalid': {
    zh: '令牌名称须以字母、汉字或数字开头，只能含字母、汉字、数字、点、下划线和连字符，最多 50 个字符。',
    en: 'A token’s name begins with a letter or digit and has up to 50 letters, digits, dots, underscores and hyphens.',
  },
  'token-name-taken': {
    status: 409,
    zh: '已有名为“{name}”的令牌（含已吊销的）。',
    en: 'There is a token named “{name}” already, if only a revoked one.',
  },
  'token-permission-refused': {
    zh: '令牌不能带有管理用户的权限。',
    en: 'A token cannot have the permission to manage people.',
  },
  'username-invalid': {
    zh: '用户名须以字母、汉字或数字开头，只能含字母、汉字、数字、点、下划线和连字符，最多 64 个字符。',
    en: 'A username begins with a letter or digit and has up to 64 letters, digits, dots, underscores and hyphens.',
  },
  'username-taken': { status: 409, zh: '用户名“{username}”已被使用。', en: 'The username “{username}” is taken.' },
  'user-unknown': { status: 404, zh: '没有名为“{username}”的用户。', en: 'There is no user “{username}”.' },
  'organisation-unknown': {
    zh: '没有编码为“{organisation}”的单位。',
    en: 'There is no organisation with the code “{organisation}”.',
  },
  'password-length': {
    zh: '密码长度须为 {minimum} 至 {maximum} 个字符。',
    en: 'A password has {minimum} to {maximum} characters.',
  },
  'password-contains-username': { zh: '密码不能包含用户名。', en: 'The password must not contain the username.' },
  'password-too-plain': {
    zh: '密码须包含大写字母、小写字母、数字、其他字符中的至少两类。',
    en: 'A password needs two kinds of characters at least: capitals, small letters, digits, others.',
  },
};
