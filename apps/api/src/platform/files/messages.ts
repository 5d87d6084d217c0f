import type { Messages } from '../http/message-catalogue.js';

/** Why a file is not kept as evidence, and why an archive is not made. */
export const fileMessages: Messages = {
  'evidence-kind': {
    status: 415,
    zh: '不能上传“{file}”：佐证材料只收 {kinds} 文件。',
    en: '"{file}" cannot be kept: evidence may be {kinds} files.',
  },
  'evidence-empty': { zh: '文件“{file}”是空的。', en: 'The file "{file}" is empty.' },
  'evidence-content': {
    status: 415,
    zh: '“{file}”的内容与扩展名不符，请用原来的程序另存后再上传。',
    en: 'The content of "{file}" is not what its extension says; save it anew and try again.',
  },
  'evidence-active': {
    status: 415,
    zh: '“{file}”带有宏、嵌入对象或可执行内容，不能上传。请去掉后再试。',
    en: '"{file}" holds macros, embedded objects or programs and cannot be kept; remove them and try again.',
  },
  'archive-full': {
    status: 413,
    zh: '压缩包过大（超过 4 GB 或 65000 个文件），请缩小范围后再导出。',
    en: 'The archive would exceed 4 GB or 65,000 files; narrow what goes into it.',
  },
};
