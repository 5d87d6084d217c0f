import type { Messages } from '../http/message-catalogue.js';

/** Why the file of a document cannot be read. */
export const documentMessages: Messages = {
  'archive-damaged': {
    zh: '文件已损坏，或扩展名与内容不符：它不是完整的 Word 或 Excel 文件。请用 Office 或 WPS 重新另存后再试。',
    en: 'The file is damaged, or not what its extension says: it is no complete Word or Excel file. Save it anew and try again.',
  },
  'archive-encrypted': {
    zh: '文件设有密码，请去掉密码后再试。',
    en: 'The file is protected by a password; remove the password and try again.',
  },
  'archive-too-large': {
    status: 413,
    zh: '文件解压后过大（上限 {limitMb} MB）或压缩比异常，已拒绝读取。',
    en: 'The file unpacks to more than {limitMb} MB, or to suspiciously much; it was not read.',
  },
  'archive-too-many-files': {
    status: 413,
    zh: '文件内部的部件过多（上限 {limit} 个），已拒绝读取。',
    en: 'The file holds too many parts (the limit is {limit}); it was not read.',
  },
  'table-too-wide': {
    status: 413,
    zh: '表格过宽：一行超过 {limit} 列。请删去右侧多余的单元格后再试。',
    en: 'A row has more than {limit} columns; delete the surplus cells on the right and try again.',
  },
  'document-too-complex': {
    status: 413,
    zh: '文件内容过多或结构过于复杂，无法读取。请分成几个文件后再试。',
    en: 'The document holds too much, or is too intricate, to be read; split it and try again.',
  },
  'document-unsafe': {
    zh: '文件中含有不允许的 XML 声明（DOCTYPE），已拒绝读取。',
    en: 'The file holds an XML declaration that is not allowed (DOCTYPE); it was not read.',
  },
  'reading-took-too-long': {
    zh: '读取文件超过 {seconds} 秒仍未完成，已停止。请分成几个文件后再试。',
    en: 'Reading the file took more than {seconds} seconds and was stopped; split it and try again.',
  },
  'legacy-word': {
    status: 415,
    zh: '“{file}”是旧版 Word 文件（.doc），请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    en: '“{file}” is a file of an old Word (.doc); open it in Word or WPS, save it as .docx and try again.',
  },
  'wps-document': {
    status: 415,
    zh: '“{file}”是 WPS 专有格式，请在 WPS 中另存为 .docx 或 .xlsx 后再试。',
    en: '“{file}” is in a format of WPS alone; save it as .docx or .xlsx and try again.',
  },
  'pdf-document': {
    status: 415,
    zh: '“{file}”是 PDF，无法可靠读出表格，请上传原来的 Word 或 Excel 文件。',
    en: '“{file}” is a PDF, from which tables cannot be read reliably; choose the Word or Excel file it was made of.',
  },
};
