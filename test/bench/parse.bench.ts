import { describe, it } from '@jest/globals';
import { blocksOfText, recogniseTargets } from '@jixiao/domain';
import { UNITS } from '../../apps/api/src/features/demo/county/people.js';
import { documentText } from '../../apps/api/src/features/demo/application/document-text.js';
import { compare, fastest } from './measure.js';

const RUNS = 5;
const COPIES = 100;

describe('bench: reading a document', () => {
  it(`of ${COPIES} units`, async () => {
    const text = Array.from({ length: COPIES }, () => UNITS.map((unit) => documentText(unit, 2026)).join('\n\n')).join(
      '\n\n',
    );
    const parse = await fastest(RUNS, () => recogniseTargets(blocksOfText(text), { file: 'large.txt', year: 2026 }));
    const split = await fastest(RUNS, () => text.split('\n').map((line) => line.trim().normalize('NFKC')));
    const megabytes = (Buffer.byteLength(text) / 1024 / 1024).toFixed(1);
    compare(`parse ${megabytes} MB, against splitting and trimming its lines`, parse, split, 60);
  }, 300_000);
});
