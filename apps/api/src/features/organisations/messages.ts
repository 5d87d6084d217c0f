import type { Messages } from '../../platform/http/message-catalogue.js';

export const organisationsMessages: Messages = {
  'organisation-code-taken': {
    status: 409,
    zh: '单位编码“{organisation}”已被使用。',
    en: 'The organisation code “{organisation}” is taken.',
  },
  'organisation-closed': {
    status: 409,
    zh: '“{organisation}”已停用，不能再给它分配人员或下设单位。',
    en: '“{organisation}” is closed and gets no people or units any more.',
  },
  'organisation-kind-refused': {
    status: 403,
    zh: '“财政局”这一类别只能由全县管理员设置。',
    en: 'Only an administrator of the whole county makes an organisation a finance bureau.',
  },
  'organisation-too-deep': {
    status: 409,
    zh: '单位层级过多，不能再往下设。',
    en: 'The tree of organisations is too deep for one more below.',
  },
  'organisation-below-itself': {
    status: 409,
    zh: '不能移到自己或自己的下级单位之下。',
    en: 'An organisation cannot be moved below itself.',
  },
  'organisation-root-stays': {
    status: 409,
    zh: '最上级单位不能移动，也不能停用。',
    en: 'The organisation at the top cannot be moved or closed.',
  },
  'organisation-has-units': {
    status: 409,
    zh: '“{organisation}”下面还有在用的单位，请先处理它们。',
    en: 'There are units in use below “{organisation}”; deal with them first.',
  },
  'organisation-has-people': {
    status: 409,
    zh: '还有人员在“{organisation}”任职，请先移交或去掉他们的角色。',
    en: 'There are people with roles at “{organisation}”; hand their roles over first.',
  },
  'organisation-in-use': {
    status: 409,
    zh: '“{organisation}”已有项目、人员或下级单位，不能删除；可以停用。',
    en: '“{organisation}” has projects, people or units and cannot be deleted; it can be closed.',
  },
};
