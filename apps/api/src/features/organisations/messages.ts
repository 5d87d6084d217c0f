import type { Messages } from '../../platform/http/message-catalogue.js';

export const organisationsMessages: Messages = {
  'organisation-code-taken': {
    status: 409,
    zh: '单位编码“{organisation}”已被使用。',
    en: 'The organisation code “{organisation}” is taken.',
  },
};
