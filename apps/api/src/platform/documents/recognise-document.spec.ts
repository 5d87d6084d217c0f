import { readFileSync } from 'node:fs';
import { recogniseTargets } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { readTargetDocument } from './read-target-document.js';
import { recogniseDocument, type RecognisedPart } from './recognise-document.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/', import.meta.url);
const bytesOf = (path: string): Uint8Array => readFileSync(new URL(path, FIXTURES));

async function partsOf(name: string, bytes: Uint8Array, year?: number): Promise<RecognisedPart[]> {
  const parts: RecognisedPart[] = [];
  for await (const part of recogniseDocument({ name, bytes }, { year })) parts.push(part);
  return parts;
}

describe('recogniseDocument', () => {
  it('gives in parts what recognition gives as a whole', async () => {
    const bytes = bytesOf('ok/justice-bureau-2022.txt');
    const blocks = [];
    for await (const block of readTargetDocument(bytes, 'a.txt')) blocks.push(block);
    const whole = recogniseTargets(blocks, { file: 'a.txt', year: 2023 });
    const [head, projects, warnings] = await partsOf('a.txt', bytes, 2023);
    expect(head).toMatchObject({ kind: 'head', head: { year: 2023, yearInferred: 2022, projectCount: 13 } });
    const entries = projects?.kind === 'projects' ? projects.projects : [];
    expect(entries.map(({ project }) => project)).toEqual(whole.projects);
    const ofDocument = warnings?.kind === 'warnings' ? warnings.warnings : [];
    expect([...entries.flatMap((entry) => entry.warnings), ...ofDocument]).toEqual(whole.warnings);
  });

  it('gives projects a few at a time', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `甲单位,项目${index},产出指标,数量指标,办结案件,≥5件`);
    const text = ['预算单位,项目名称,一级指标,二级指标,三级指标,指标值', ...rows].join('\n');
    const parts = await partsOf('a.csv', new TextEncoder().encode(text));
    expect(parts.map((part) => (part.kind === 'projects' ? part.projects.length : part.kind))).toEqual([
      'head',
      200,
      200,
      50,
      'warnings',
    ]);
  });

  it('gives an empty head for a document without targets', async () => {
    const [head] = await partsOf('a.txt', bytesOf('not-ok/prose.txt'));
    expect(head).toMatchObject({ kind: 'head', head: { projectCount: 0, departmentGoals: [] } });
  });
});
