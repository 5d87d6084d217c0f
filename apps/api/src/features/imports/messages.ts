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
  'import-not-ready': {
    status: 409,
    zh: '文件还在读取或保存，请稍候。',
    en: 'The files are still being read or saved; please wait.',
  },
  'import-over': {
    status: 409,
    zh: '这次导入已经保存或放弃，不能再改。',
    en: 'This import has been saved or given up and cannot be changed any more.',
  },
  'import-file-failed': {
    status: 409,
    zh: '文件“{file}”无法读取，请先把它移除，再确认其他文件。',
    en: 'The file “{file}” cannot be read; leave it out first, then confirm the others.',
  },
  'import-outdated': {
    status: 409,
    zh: '预览之后目标已有变化，没有保存；请重新核对。',
    en: 'Targets have changed since the preview; nothing was saved. Please check again.',
  },
  'import-not-undoable': {
    status: 409,
    zh: '只有已保存且未撤销的导入才能撤销。',
    en: 'Only an import that is saved and not undone can be undone.',
  },
  'import-file-not-kept': {
    status: 404,
    zh: '没有保留文件“{file}”的原件。',
    en: 'The original of “{file}” was not kept.',
  },
  'nothing-to-save': {
    zh: '没有可保存的项目：{refused} 个项目均被拒绝。',
    en: 'There is nothing to save: all {refused} projects are refused.',
  },
};

/** What of a correction is refused. */
const corrections: Messages = {
  'correction-invalid': { zh: '更正的内容有误。', en: 'The correction is not right.' },
  'judgement-by-finance': {
    status: 403,
    zh: '方向、评判方式和起评月份由财政部门确定。',
    en: 'Direction, kind and the first month that counts are decided by finance.',
  },
  'project-not-correctable': {
    status: 409,
    zh: '这个项目没有可以更正的内容。',
    en: 'There is nothing of this project that could be corrected.',
  },
  'indicator-not-there': { zh: '没有这个指标，或重复给出。', en: 'There is no such indicator, or it is given twice.' },
  'number-needed': { zh: '有比较符号的目标值需要一个数字。', en: 'A target that compares needs a number.' },
  'number-out-of-place': {
    zh: '定性或日期目标没有数字。',
    en: 'A qualitative target, or a date, has no number.',
  },
  'number-not-storable': { zh: '数字过大或小数位过多。', en: 'The number is too large or too fine.' },
  'day-needed': { zh: '日期目标需要一个日期。', en: 'A target by date needs a day.' },
  'day-out-of-place': { zh: '只有日期目标才有日期。', en: 'Only a target by date has a day.' },
  'direction-does-not-fit': {
    zh: '数值目标需要方向，定性或日期目标没有方向。',
    en: 'A number needs a direction; a qualitative target, or a date, has none.',
  },
  'kind-does-not-fit': { zh: '评判方式与目标值的形式不符。', en: 'The kind does not fit the form of the target.' },
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
  'project-approved': {
    zh: '“{project}”的目标已批复：请在项目页提出变更申请，或由财政导入。',
    en: 'The targets of “{project}” are approved: propose a change on the page of the project, or have finance import them.',
  },
  'project-code-conflict': {
    zh: '“{project}”的编码和名称分别属于两个已有项目。',
    en: 'The code and the name of “{project}” belong to two different projects.',
  },
};

/** Remarks about what saving would do. */
const remarks: Messages = {
  'unit-left-out': {
    zh: '单位“{unit}”不在您的管理范围内，其项目不导入。',
    en: 'The unit “{unit}” is not within your reach; its projects are left out.',
  },
  'unit-will-be-added': {
    zh: '系统中没有单位“{unit}”（{unitCode}），保存时将新建。',
    en: 'The unit “{unit}” ({unitCode}) is not known yet and will be added on saving.',
  },
  'named-unit-will-be-added': {
    zh: '系统中没有名为“{unit}”的单位，保存时将新建。如果它已以其他名称存在，请重新上传并选择该单位。',
    en: 'There is no unit named “{unit}”; it will be added on saving. If it exists by another name, upload again and choose it.',
  },
  'unit-assumed': {
    zh: '文件没有写明单位，将归入“{unit}”，请核对。',
    en: 'The document names no unit; it is taken for “{unit}”. Please check.',
  },
  'unit-differs': {
    zh: '文件中的单位是“{printed}”，将导入到“{unit}”。',
    en: 'The document names the unit “{printed}”; it will be taken in for “{unit}”.',
  },
  'open-round-keeps-targets': {
    zh: '{year} 年 {months} 月的监控期正在填报，仍按开期时的目标评判；改动后的目标从以后开启的监控期起使用。',
    en: 'Rounds {months} of {year} are open and keep the targets they were opened with; the changed ones count for rounds opened later.',
  },
  // Said of imports in the time when open rounds followed changed targets.
  'open-round-affected': {
    zh: '{year} 年 {months} 月的监控期正在填报，改动后的目标将用于这些监控期；已锁定的不变。',
    en: 'Rounds {months} of {year} are open and will be judged by the changed targets; locked rounds stay as they are.',
  },
};

export const importsMessages: Messages = { ...refusals, ...corrections, ...projects, ...remarks };
