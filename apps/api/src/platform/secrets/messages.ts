import type { Messages } from '../http/message-catalogue.js';

export const secretMessages: Messages = {
  'secret-key-missing': {
    status: 409,
    zh: '尚未设置 SECRET_KEY，密码和密钥无法加密保存。请系统维护人员在所有进程上设置后再试。',
    en: 'SECRET_KEY is not set, so passwords and keys cannot be stored encrypted. Whoever runs the program has to set it for all its processes.',
  },
  'secret-unreadable': {
    status: 409,
    zh: '保存的密码或密钥不是用现在的 SECRET_KEY 加密的，请重新填写。',
    en: 'The stored password or key was not encrypted with the present SECRET_KEY; enter it again.',
  },
};
