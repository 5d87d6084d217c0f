import type { Messages } from '../../platform/http/message-catalogue.js';

/** Refusals; what the log says of tries; and the words around the notices of a message. */
export const channelsMessages: Messages = {
  'channel-changed': {
    status: 409,
    zh: '该渠道刚刚被他人修改，请刷新后再改。',
    en: 'Somebody else has just changed this channel. Reload it and change it again.',
  },
  'channel-other-kind': {
    status: 409,
    zh: '渠道的类型不能更改，请另建一个。',
    en: 'The kind of a channel stays; add another one.',
  },
  'channel-email-exists': {
    status: 409,
    zh: '已有一个邮件服务器，请直接修改它。',
    en: 'There is a mail server already; change that one.',
  },
  'channel-email-at-root': {
    status: 403,
    zh: '邮件服务器供全部单位使用，只能由最上级单位的管理员设置。',
    en: 'The mail server serves all units, so that only an administrator of the topmost organisation sets it up.',
  },
  'channel-password-again': {
    zh: '更换了服务器、安全方式或用户名，请重新填写密码。',
    en: 'The server, its security or the user name changed: enter the password again.',
  },
  'channel-secret-unused': { zh: '企业微信机器人没有签名密钥。', en: 'WeCom robots have no secret to sign with.' },
  'channel-test-address': {
    zh: '请填写测试邮件的收件地址。',
    en: 'Say to which address the test e-mail goes.',
  },
  'channel-removed': { zh: '渠道已删除。', en: 'The channel was removed.' },
  'preference-changed': {
    status: 409,
    zh: '接收方式刚刚在别处修改过，请刷新后再改。',
    en: 'This was just changed elsewhere. Reload it and change it again.',
  },
  'delivery-too-late': {
    zh: '三天内没有发出，已停止重试，可手动重发。',
    en: 'It could not be sent for three days and is not tried any more; it may be sent again by hand.',
  },
  'send-unreachable': { zh: '无法连接（{reason}）。', en: 'Could not be reached ({reason}).' },
  'send-timeout': { zh: '等待应答超时。', en: 'No answer came in time.' },
  'send-sign-in-refused': {
    zh: '邮件服务器拒绝登录：{reply}',
    en: 'The mail server refused the user name or password: {reply}',
  },
  'send-refused': { zh: '对方拒绝接收：{reply}', en: 'The receiver refused it: {reply}' },
  'send-redirected': {
    zh: '该地址转到了别处（{status}），为安全起见不跟随。请填写最终地址。',
    en: 'The address leads elsewhere ({status}), which is not followed. Enter the final address.',
  },
  'send-rate-limited': {
    zh: '对方限制发送频率，稍后自动重试（{reply}）。',
    en: 'The receiver takes no more for now; tried again later ({reply}).',
  },
  'send-address-refused': { zh: '收件地址被拒绝：{reply}', en: 'The address was refused: {reply}' },
  'message-subject-one': { zh: '【绩效监控】{sentence}', en: '[Performance monitoring] {sentence}' },
  'message-subject-many': { zh: '【绩效监控】{n} 条通知', en: '[Performance monitoring] {n} notices' },
  'message-subject-digest': {
    zh: '【绩效监控】{today}汇总：{n} 条通知',
    en: '[Performance monitoring] Digest of {today}: {n} notices',
  },
  'message-subject-test': { zh: '【绩效监控】测试消息', en: '[Performance monitoring] Test message' },
  'message-opening': { zh: '【绩效监控】', en: '[Performance monitoring]' },
  'message-opening-test': {
    zh: '【绩效监控】这是一条测试消息，收到即表示渠道可用。',
    en: '[Performance monitoring] This is a test message: the channel works.',
  },
  'message-closing-mail': {
    zh: '本邮件由系统自动发送，请勿回复。接收方式可在“我的账号”中修改。',
    en: 'Sent by a program; please do not answer. You can change how you are told under “My account”.',
  },
  'message-more': { zh: '另有 {n} 条，请登录系统查看。', en: 'And {n} more: please sign in to see them.' },
};
