/**
 * Damaged documents for fuzzing the readers: valid files of each format with bytes flipped, parts cut out, moved or
 * doubled, XML mangled, and now and then nothing but random bytes. A number gives the same file every time.
 */
import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';

const FIXTURES = new URL('../fixtures/targets/ok/', import.meta.url);
const fixture = (name) => readFileSync(new URL(name, FIXTURES));
const TEXTS = ['city-court-2023.txt', 'court-2022.txt', 'level-names.txt', 'schedule-variants.txt'];

/** Cells of the text export of Word as rows of another form, one table row per line. */
function asRows(text, join) {
  const rows = text.split(/\n\s*\n/).map((row) => row.split('\n').filter((line) => line.startsWith('\t')));
  return rows.map((cells) => join(cells.map((cell) => cell.slice(1)))).join('\n');
}

const texts = () => TEXTS.map((name) => fixture(name));
const converted = (join) => TEXTS.map((name) => Buffer.from(asRows(fixture(name).toString('utf8'), join)));
const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Per format: the extension, valid files, and words that its readers look for. */
const FORMATS = {
  txt: { extension: 'txt', samples: texts, words: ['\t', '\n', '\n\n', '\f', '[bookmark:', '绩效目标表', '≥90%'] },
  pipe: {
    extension: 'txt',
    samples: () => converted((cells) => `| ${cells.join(' | ')} |`),
    words: ['|', '\\|', '\n', '|---|---|', '<br>', '\t', '一级指标', '9'.repeat(40)],
  },
  csv: {
    extension: 'csv',
    samples: () => converted((cells) => cells.map(quoted).join(',')),
    words: [',', '"', '""', '\n', '\r', ';', '\t', 'sep=;\n', '\u0000', '\uFEFF', '指标值', '%'],
  },
  docx: {
    extension: 'docx',
    samples: () => [fixture('city-court-2023.docx')],
    main: 'word/document.xml',
    words: [
      ...['<w:tbl>', '</w:tbl>', '<w:tr>', '</w:tr>', '<w:tc>', '</w:tc>', '<w:p>', '</w:p>', '<w:t>', '</w:t>'],
      ...[
        '<w:vMerge/>',
        '<w:del/>',
        '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>',
        '<w:txbxContent><w:p/></w:txbxContent>',
        '<w:del>',
        '<mc:Fallback>',
        '<w:txbxContent>',
        '&x;',
        '&#0;',
        '<![CDATA[',
        '<!DOCTYPE a>',
      ],
    ],
  },
  xlsx: {
    extension: 'xlsx',
    samples: () => [fixture('justice-bureau-2022.xlsx')],
    main: 'xl/worksheets/sheet1.xml',
    words: [
      ...[
        '<row r="1048576"/>',
        '<c r="XFD1"><v>1</v></c>',
        '<c t="inlineStr"><is><t>x</t></is></c>',
        '<row r="1048576">',
        '</row>',
        '<c r="XFD1">',
        '<c t="s">',
        '</c>',
        '<v>1e308</v>',
        '<v>-1</v>',
        '<v>NaN</v>',
      ],
      ...['<mergeCell ref="A1:XFD1048576"/>', '<f>A1</f>', 's="99999"', 'r="A0"', 't="e"', '&x;', '<!DOCTYPE a>', '-'],
    ],
  },
  xls: { extension: 'xls', samples: () => [fixture('city-court-2023.xls')], words: ['\u0000', '\u00FF'.repeat(8)] },
};

export const FUZZ_FORMATS = Object.keys(FORMATS);
const loaded = new Map();

function samplesOf(format) {
  if (!loaded.has(format)) loaded.set(format, FORMATS[format].samples());
  return loaded.get(format);
}

export function fuzzFile(format, seed) {
  const random = randomFrom(seed * 31 + FUZZ_FORMATS.indexOf(format));
  const { extension, words, main } = FORMATS[format];
  const sample = pick(samplesOf(format), random);
  const isPacked = main !== undefined && random() < 0.85;
  const content = main !== undefined || format === 'xls' ? 'binary' : 'text';
  const bytes = isPacked ? damagedPackage(sample, main, words, random) : damaged(sample, { words, content }, random);
  return { name: `fuzz-${seed}.${extension}`, bytes };
}

/** Small, quick and good enough (mulberry32); numbers from 0 to below 1. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const below = (limit, random) => Math.floor(random() * limit);
const pick = (list, random) => list[below(list.length, random)];
const randomBytes = (length, random) => Uint8Array.from({ length }, () => below(256, random));

const DAMAGES = {
  /** One byte: what a checksum does not see where there is none. */
  touch(bytes, _, random) {
    const copy = Uint8Array.from(bytes);
    copy[below(copy.length, random)] = below(256, random);
    return copy;
  },
  /** Lines in another order. */
  shuffle(bytes, _, random) {
    const lines = Buffer.from(bytes).toString('utf8').split('\n');
    for (let left = 5; left > 0; left -= 1) lines.splice(below(lines.length, random), 0, pick(lines, random));
    return Buffer.from(lines.filter(() => random() > 0.02).join('\n'));
  },
  flip(bytes, _, random) {
    const copy = Uint8Array.from(bytes);
    for (let left = 1 + below(20, random); left > 0; left -= 1) copy[below(copy.length, random)] = below(256, random);
    return copy;
  },
  cut: (bytes, _, random) => bytes.slice(0, below(bytes.length, random)),
  behead: (bytes, _, random) => bytes.slice(below(bytes.length, random)),
  drop(bytes, _, random) {
    const from = below(bytes.length, random);
    return joined(bytes.slice(0, from), bytes.slice(from + below(400, random)));
  },
  double(bytes, _, random) {
    const from = below(bytes.length, random);
    const part = bytes.slice(from, from + below(2000, random));
    const to = below(bytes.length, random);
    return joined(bytes.slice(0, to), part, bytes.slice(to));
  },
  insert(bytes, words, random) {
    let result = bytes;
    for (let left = 1 + below(8, random); left > 0; left -= 1) {
      const at = below(result.length + 1, random);
      const word = Buffer.from(pick(words, random).repeat(random() < 0.05 ? 500 : 1));
      result = joined(result.slice(0, at), word, result.slice(at));
    }
    return result;
  },
  /** Words between two tags or lines, where they are most likely to be read. */
  insertAtEdge(bytes, words, random) {
    const text = Buffer.from(bytes).toString('utf8');
    const edges = [...text.matchAll(/>|\n/g)].map(({ index }) => index + 1);
    const at = edges.length === 0 ? 0 : pick(edges, random);
    return Buffer.from(text.slice(0, at) + pick(words, random) + text.slice(at));
  },
  /** Another number where one stands. */
  renumber(bytes, _, random) {
    const values = ['0', '-1', '1', '255', '65536', '99999999999', '1e400', '0.1', 'x', ''];
    return Buffer.from(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/\d+/g, (number) => (random() < 0.01 ? pick(values, random) : number)),
    );
  },
  /** An element without children goes, stands twice or elsewhere: the XML stays well-formed. */
  moveElement(bytes, _, random) {
    const text = Buffer.from(bytes).toString('utf8');
    const leaves = [...text.matchAll(/<[\w:]+[^<>]*\/>|<([\w:]+)[^<>/]*>[^<>]*<\/\1>/g)];
    if (leaves.length === 0) return bytes;
    const leaf = pick(leaves, random);
    const to = pick(leaves, random).index;
    const without = random() < 0.5 ? text : text.slice(0, leaf.index) + text.slice(leaf.index + leaf[0].length);
    const at = without === text || to <= leaf.index ? to : to - leaf[0].length;
    return Buffer.from(random() < 0.3 ? without : without.slice(0, at) + leaf[0] + without.slice(at));
  },
  noise: (_, __, random) => randomBytes(below(5000, random), random),
};
const joined = (...parts) => Uint8Array.from(Buffer.concat(parts));

/** What harms the bytes of a text or of an unpacked part is mostly not worth reading any more: so that is rarer. */
const ROUGH = ['flip', 'cut', 'behead', 'drop', 'double', 'noise'];
const GENTLE = {
  text: ['insert', 'insertAtEdge', 'insertAtEdge', 'renumber', 'shuffle'],
  binary: ['touch', 'touch', 'touch', 'renumber'],
  xml: ['moveElement', 'moveElement', 'moveElement', 'renumber', 'renumber', 'insertAtEdge'],
};

function damaged(bytes, { words, content }, random) {
  let result = bytes;
  const gentle = GENTLE[content];
  for (let left = 1 + below(3, random); left > 0 && result.length > 0; left -= 1) {
    const kind = random() < 0.1 ? pick(ROUGH, random) : pick(gentle, random);
    result = DAMAGES[kind](result, words, random);
  }
  return result;
}

/** An archive that is sound but holds damaged parts: what passes the first check and reaches the readers. */
function damagedPackage(bytes, main, words, random) {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = random() < 0.6 ? main : pick(names, random);
  const other = pick(names, random);
  const choice = random();
  if (choice < 0.05) delete parts[other];
  else if (choice < 0.1) [parts[name], parts[other]] = [parts[other], parts[name]];
  else if (choice < 0.15) parts[other.toUpperCase()] = parts[name];
  else parts[name] = damaged(parts[name], { words, content: 'xml' }, random);
  // Dated, or the same number would make another file two seconds later.
  return zipSync(parts, { level: 1, mtime: '2026-01-01T00:00:00' });
}
