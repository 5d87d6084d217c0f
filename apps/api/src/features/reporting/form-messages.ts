import { FORM_PROBLEM_SENTENCES } from '@jixiao/domain';
import type { Messages } from '../../platform/http/message-catalogue.js';

/** What is wrong with an official monitoring form that was filled in by hand. */
export const formMessages: Messages = {
  ...FORM_PROBLEM_SENTENCES,
  'form-missing': {
    zh: '“{file}”中没有《项目支出绩效目标执行监控表》。Word 文件只能上传由本系统导出的监控表。',
    en: '“{file}” holds no monitoring form (项目支出绩效目标执行监控表); of Word documents only these are taken.',
  },
  'form-of-another-kind': {
    zh: '这是绩效自评表，请在“自评”页面上传。',
    en: 'This is a form of self-evaluation; upload it on the page Self-evaluation.',
  },
};
