import type { Messages } from '../../platform/http/message-catalogue.js';

export const commentsMessages: Messages = {
  'comment-not-yours': { status: 403, zh: '只能撤回自己的批示。', en: 'Only your own comments can be withdrawn.' },
  'comment-withdrawn': { status: 409, zh: '该批示已经撤回。', en: 'The comment has been withdrawn already.' },
};
