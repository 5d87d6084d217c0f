import type { Messages } from '../../platform/http/message-catalogue.js';

export const exportsMessages: Messages = {
  'export-fields': { zh: '导出的选择有误：{fields}。', en: 'These choices of an export do not fit: {fields}.' },
  'export-field': { zh: '此项与所选的导出内容不符。', en: 'This does not fit what is to be exported.' },
  'export-empty': {
    zh: '所选范围内没有可以导出的项目。',
    en: 'There is no project to be exported in what was chosen.',
  },
  'export-unfinished': { status: 409, zh: '文件还没有生成。', en: 'The file has not been written yet.' },
  'export-expired': {
    status: 410,
    zh: '文件已过保存期，请重新导出。',
    en: 'The file was removed after its time; export it again.',
  },
  'export-under-way': {
    status: 409,
    zh: '正在导出，请先取消任务再删除。',
    en: 'It is still being written; cancel its job before deleting it.',
  },
  'paper-code-mistyped': {
    zh: '核验码有误，请对照文件页脚重新输入。',
    en: 'This is no verification code; compare it with the foot of the paper.',
  },
  'form-template-changed': {
    status: 409,
    zh: '他人已发布新的模板（现为 {ref}），请刷新后再试。',
    en: 'Another template has been published meanwhile (now {ref}); reload first.',
  },
};
