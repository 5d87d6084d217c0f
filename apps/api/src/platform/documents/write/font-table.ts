import { HEADING_FONT, TEXT_FONT, TITLE_FONT } from '@jixiao/domain';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What stands in where a machine lacks the font of official papers, in order. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  [TITLE_FONT]: ['FZXiaoBiaoSong-B05S', HEADING_FONT, 'SimHei', 'Noto Sans CJK SC'],
  [HEADING_FONT]: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'],
  [TEXT_FONT]: ['FangSong', '仿宋_GB2312', 'STFangsong', 'Noto Serif CJK SC'],
  仿宋_GB2312: [TEXT_FONT, 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
  楷体_GB2312: ['楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'],
};

const entries = Object.entries(FALLBACKS).map(
  ([name, others]) =>
    `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
);

/** The part of a Word document, be it a form or a report, that tells which fonts to take instead; the library has none of its own to fill. */
export const FONT_TABLE = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${entries.join('')}</w:fonts>`,
};
