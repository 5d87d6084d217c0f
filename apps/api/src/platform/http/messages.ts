import type { Messages } from './message-catalogue.js';

/** Refusals that no slice owns: the form of a request, access, and failures of the program itself. */
export const httpMessages: Messages = {
  'invalid-input': { status: 400, zh: '提交的内容有误，请按提示修改。', en: 'Some of the input is not valid.' },
  'invalid-json': { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The request body is not valid JSON.' },
  'bad-request': { status: 400, zh: '无法理解该请求。', en: 'The request could not be understood.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  forbidden: { status: 403, zh: '您没有进行此操作的权限。', en: 'You may not do this.' },
  'cross-site-request': {
    status: 403,
    zh: '该请求来自其他网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'not-found': { status: 404, zh: '没有找到，或不在您的管理范围内。', en: 'Not found, or outside what you may see.' },
  'method-not-allowed': { status: 405, zh: '该地址不支持此操作。', en: 'The address does not support this method.' },
  'already-exists': { status: 409, zh: '相同的记录已经存在。', en: 'The same record exists already.' },
  'still-referenced': {
    status: 409,
    zh: '该记录仍被其他数据引用，或所引用的数据不存在。',
    en: 'The record is still referred to, or refers to something that does not exist.',
  },
  'body-too-large': { status: 413, zh: '请求内容过大。', en: 'The request body is too large.' },
  'file-too-large': {
    status: 413,
    zh: '文件过大，单个文件不能超过 {limitMb} MB。',
    en: 'The file is too large; {limitMb} MB is the limit for one file.',
  },
  'file-missing': { zh: '请选择要上传的文件。', en: 'Choose a file to upload.' },
  'too-many-files': { status: 413, zh: '一次上传的文件过多。', en: 'Too many files in one upload.' },
  'unsupported-media-type': {
    status: 415,
    zh: '不支持这种内容类型。',
    en: 'This type of content is not supported.',
  },
  'idempotency-key-required': {
    status: 400,
    zh: '请求须带 Idempotency-Key 头，以免重复处理。',
    en: 'The request needs an Idempotency-Key header, so that it is not done twice.',
  },
  'idempotency-key-invalid': {
    status: 400,
    zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符。',
    en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  },
  'idempotency-key-in-use': {
    status: 409,
    zh: '带此 Idempotency-Key 的请求正在处理，请稍后再试。',
    en: 'The request with this Idempotency-Key is under way; try again shortly.',
  },
  'idempotency-key-reused': {
    status: 422,
    zh: '此 Idempotency-Key 已用于另一请求，请换用新的。',
    en: 'This Idempotency-Key was used for another request; take a new one.',
  },
  'internal-error': {
    status: 500,
    zh: '程序出错，已记录。请稍后再试，并告知管理员编号 {requestId}。',
    en: 'Something went wrong and was logged. Try again later and tell the administrator the number {requestId}.',
  },
  busy: { status: 503, zh: '系统繁忙，请稍后再试。', en: 'The system is busy; try again shortly.' },
};

/** What can be wrong with one field. */
export const fieldMessages: Messages = {
  required: { zh: '此项必填。', en: 'This is required.' },
  'wrong-type': { zh: '此项的类型不对。', en: 'This is of the wrong type.' },
  'too-small': { zh: '不能小于 {minimum}。', en: 'This must be at least {minimum}.' },
  'too-big': { zh: '不能大于 {maximum}。', en: 'This must be at most {maximum}.' },
  'too-short': { zh: '至少要有 {minimum} 个。', en: 'At least {minimum} are needed.' },
  'too-long': { zh: '不能超过 {maximum} 个。', en: 'At most {maximum} are allowed.' },
  'wrong-format': { zh: '格式不对。', en: 'This is not in the right format.' },
  'not-whole': { zh: '应为整数。', en: 'This must be a whole number.' },
  'unknown-field': { zh: '没有名为 {keys} 的字段。', en: 'There is no field named {keys}.' },
  'not-one-of': { zh: '只能是以下之一：{values}。', en: 'This must be one of: {values}.' },
  invalid: { zh: '此项无效。', en: 'This is not valid.' },
};
