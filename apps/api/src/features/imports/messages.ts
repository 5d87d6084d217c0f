import type { Messages } from '../../platform/http/message-catalogue.js';

/** Why files or a whole request are refused. */
const refusals: Messages = {
  'no-files': { status: 400, zh: '请选择至少一个文件。', en: 'Choose at least one file.' },
  'empty-file': { zh: '文件“{file}”是空的。', en: 'The file “{file}” is empty.' },
  'unsupported-format': {
    status: 415,
    zh: '不支持文件“{file}”的格式，可用：{supported}。',
    en: 'The format of “{file}” is not supported; these are: {supported}.',
  },
  'unreadable-file': {
    zh: '无法读取文件“{file}”：它不是文本，或已损坏。',
    en: 'The file “{file}” cannot be read: it is not text, or it is damaged.',
  },
  'too-many-lines': {
    status: 413,
    zh: '文件“{file}”的行数过多（上限 {limit} 行），请分成几个文件。',
    en: 'The file “{file}” has too many lines (the limit is {limit}); please split it.',
  },
  'no-targets-found': {
    zh: '文件“{file}”中没有找到绩效目标表。',
    en: 'No table of performance targets was found in “{file}”.',
  },
  'unit-not-named': {
    zh: '文件“{file}”没有写明单位，请指定单位。',
    en: 'The file “{file}” does not say which unit it is of; choose the unit.',
  },
  'unit-unknown': {
    zh: '找不到单位“{unit}”，或不在您的管理范围内，请指定单位。',
    en: 'The unit “{unit}” is not known or not within your reach; choose the unit.',
  },
  'nothing-to-save': {
    zh: '没有可保存的项目：{refused} 个项目均被拒绝。',
    en: 'There is nothing to save: all {refused} projects are refused.',
  },
};

/** Why one project is refused. */
const projects: Messages = {
  'classified-project': {
    zh: '“{project}”为涉密项目，不得导入本系统。',
    en: '“{project}” is classified and must not be taken into this system.',
  },
  'project-without-name': { zh: '项目没有名称。', en: 'The project has no name.' },
  'project-text-too-long': {
    zh: '“{project}”的名称、编码或指标文字过长，可能是表格错位。',
    en: 'A name, code or indicator of “{project}” is too long; the table may be misread.',
  },
  'project-cut-off': {
    zh: '“{project}”的表格不完整，没有可用的预算或指标。',
    en: 'The table of “{project}” is cut off: it has neither a budget nor a complete indicator.',
  },
  'project-code-elsewhere': {
    zh: '“{project}”的项目编码已被其他单位的项目使用。',
    en: 'The code of “{project}” belongs to a project of another unit.',
  },
  'project-code-conflict': {
    zh: '“{project}”的编码和名称分别属于两个已有项目。',
    en: 'The code and the name of “{project}” belong to two different projects.',
  },
};

/** Remarks about what saving would do. */
const remarks: Messages = {
  'unit-will-be-added': {
    zh: '系统中没有单位“{unit}”（{unitCode}），保存时将新建。',
    en: 'The unit “{unit}” ({unitCode}) is not known yet and will be added on saving.',
  },
  'unit-assumed': {
    zh: '文件没有写明单位，将归入“{unit}”，请核对。',
    en: 'The document names no unit; it is taken for “{unit}”. Please check.',
  },
  'unit-differs': {
    zh: '文件中的单位是“{printed}”，将导入到“{unit}”。',
    en: 'The document names the unit “{printed}”; it will be taken in for “{unit}”.',
  },
  'open-round-affected': {
    zh: '{year} 年 {months} 月的监控期正在填报，改动后的目标将用于这些监控期；已锁定的不变。',
    en: 'Rounds {months} of {year} are open and will be judged by the changed targets; locked rounds stay as they are.',
  },
};

export const importsMessages: Messages = { ...refusals, ...projects, ...remarks };
