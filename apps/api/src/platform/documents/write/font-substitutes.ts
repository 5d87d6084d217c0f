import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Faces of official papers that not every machine has, and what to take instead. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
};

const TABLE = 'word/fontTable.xml';
const TABLE_END = '</w:fonts>';
/** Zip entries carry a time, which would make two equal documents differ. */
const MTIME = new Date(1980, 0, 1);

/** Names in a Word document what its faces are replaced by where they are missing. */
export function withFontSubstitutes(document: Uint8Array): Buffer {
  const entries = unzipSync(document);
  const table = entries[TABLE];
  if (table === undefined) throw new Error(`The document has no ${TABLE}`);
  const fonts = Object.entries(SUBSTITUTES)
    .map(([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/></w:font>`)
    .join('');
  const text = strFromU8(table);
  const filled = text.includes(TABLE_END)
    ? text.replace(TABLE_END, `${fonts}${TABLE_END}`)
    : text.replace(/<w:fonts([^>]*)\/>/, `<w:fonts$1>${fonts}${TABLE_END}`);
  return Buffer.from(zipSync({ ...entries, [TABLE]: strToU8(filled) }, { mtime: MTIME }));
}
