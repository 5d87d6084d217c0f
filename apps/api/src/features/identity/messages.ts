import type { Messages } from '../../platform/http/message-catalogue.js';

export const identityMessages: Messages = {
  'sign-in-failed': { status: 401, zh: '用户名或密码不正确。', en: 'The username or the password is not right.' },
  'too-many-attempts': {
    status: 429,
    zh: '本机登录失败次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many failed sign-ins from this computer; try again in {seconds} seconds.',
  },
  'sign-in-busy': {
    status: 429,
    zh: '同时登录的人太多，请在 {seconds} 秒后再试。',
    en: 'Too many people are signing in at the moment; try again in {seconds} seconds.',
  },
  'account-locked': {
    status: 429,
    zh: '密码输错次数过多，该用户名已锁定。请 {minutes} 分钟后再试，或请管理员解锁。',
    en: 'Too many wrong passwords: the username is locked. Try again in {minutes} minutes, or ask an administrator.',
  },
  'local-sign-in-off': {
    status: 403,
    zh: '请用单点登录；密码登录只供管理员使用。',
    en: 'Please use single sign-on; signing in by password is for administrators only.',
  },
  'oidc-unavailable': {
    status: 503,
    zh: '单点登录暂时不可用，请稍后再试，或联系管理员。',
    en: 'Single sign-on is not available; try again later or tell an administrator.',
  },
  'oidc-refused': {
    status: 401,
    zh: '单点登录没有通过，请重新登录。',
    en: 'Single sign-on was refused; please sign in again.',
  },
  'oidc-unknown': {
    status: 403,
    zh: '单点登录的用户“{username}”在本系统没有在用的账号，请联系管理员。',
    en: 'The single sign-on user “{username}” has no open account here; tell an administrator.',
  },
  'password-change-required': {
    status: 403,
    zh: '请先修改密码。',
    en: 'Please choose a new password first.',
  },
  'password-wrong': { zh: '当前密码不正确。', en: 'The present password is not right.' },
  'duties-mixed': {
    status: 409,
    zh: '管理员不能同时担任业务角色（职责分离）。',
    en: 'An administrator cannot have business roles as well (separation of duties).',
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
    en: "A token's name begins with a letter or digit and has up to 50 letters, digits, dots, underscores and hyphens.",
  },
  'token-name-taken': {
    status: 409,
    zh: '已有名为“{name}”的令牌（含已吊销的）。',
    en: 'There is a token named “{name}” already, if only a revoked one.',
  },
  'token-permission-refused': {
    zh: '令牌只能读取监控结果、填报数据、导入绩效目标和送入国库数据；审核、提交、管理等须由人员办理。',
    en: 'A token reads lights, enters figures, imports targets and delivers treasury figures; people do all else.',
  },
  'username-invalid': {
    zh: '用户名须以字母、汉字或数字开头，只能含字母、汉字、数字、点、下划线和连字符，最多 64 个字符。',
    en: 'A username begins with a letter or digit and has up to 64 letters, digits, dots, underscores and hyphens.',
  },
  'username-taken': { status: 409, zh: '用户名“{username}”已被使用。', en: 'The username “{username}” is taken.' },
  'username-reserved': {
    zh: '用户名“{username}”由系统保留，请换一个。',
    en: 'The username “{username}” is reserved for the program itself; choose another one.',
  },
  'username-similar': {
    status: 409,
    zh: '用户名“{username}”与已有用户名只有大小写或全角半角的差别，请换一个。',
    en: 'The username “{username}” differs from one that is taken only in capitals or in the width of its letters.',
  },
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
  'password-common': {
    zh: '这个密码太常见，容易被猜到，请换一个。',
    en: 'This password is one of those that are tried first; choose another one.',
  },
  'password-used-before': {
    zh: '不能使用最近 {n} 次用过的密码。',
    en: 'One of the last {n} passwords cannot be taken again.',
  },
};
