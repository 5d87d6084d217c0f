import type { Messages } from '../../platform/http/message-catalogue.js';

/** What is refused of official forms that were filled in by hand. */
export const evaluationFormMessages: Messages = {
  'evaluation-form-missing': {
    zh: '“{file}”中没有《项目支出绩效自评表》。',
    en: '“{file}” holds no form of self-evaluation (项目支出绩效自评表).',
  },
  'evaluation-forms-refused': {
    zh: '有 {faults} 处需要更正，全部未保存。',
    en: '{faults} place(s) have to be corrected; nothing was saved.',
  },
  'evaluation-form-unknown': {
    zh: '没有可由您填写的“{project}”的自评。',
    en: 'There is no self-evaluation of “{project}” that you may fill in.',
  },
  'evaluation-form-ambiguous': {
    zh: '有多个项目名为“{project}”，请在“自评”页面逐个填写。',
    en: 'Several projects are called “{project}”; fill them in on the page Self-evaluation.',
  },
  'evaluation-form-twice': { zh: '“{project}”的自评表出现了两次。', en: 'The form of “{project}” is there twice.' },
  'evaluation-form-other-year': {
    zh: '“{project}”的自评表是 {year} 年度的，不是 {wanted} 年度。',
    en: 'The form of “{project}” is of {year}, not of {wanted}.',
  },
  'evaluation-form-handed-in': {
    zh: '“{project}”的自评已提交，须先撤回或退回才能修改。',
    en: 'The self-evaluation of “{project}” was handed in: it has to be withdrawn or returned first.',
  },
};
