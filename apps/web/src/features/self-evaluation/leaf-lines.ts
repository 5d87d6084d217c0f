import type { EvaluationDetail, EvaluationLeaf, EvaluationScores } from '../../shared/api/schema.gen.js';

/** A line of the indicators with the cells that it begins: level 1 and 2 stand once for all lines below them. */
export interface LeafLine {
  readonly leaf: EvaluationLeaf;
  /** Lines that the cell of level 1 covers; null where it stands above. */
  readonly level1: readonly string[] | null;
  readonly level2: readonly string[] | null;
}

/** Ids of the lines that a cell covers, from each line on that begins a level. */
export function leafLines(leaves: readonly EvaluationLeaf[]): readonly LeafLine[] {
  return leaves.map((leaf, at) => {
    const isFirst1 = at === 0 || leaves[at - 1]?.level1 !== leaf.level1;
    const isFirst2 = isFirst1 || leaves[at - 1]?.level2 !== leaf.level2;
    return {
      leaf,
      level1: isFirst1 ? covered(leaves, at, (one) => one.level1 === leaf.level1) : null,
      level2: isFirst2 ? covered(leaves, at, (one) => one.level1 === leaf.level1 && one.level2 === leaf.level2) : null,
    };
  });
}

function covered(
  leaves: readonly EvaluationLeaf[],
  from: number,
  belongs: (leaf: EvaluationLeaf) => boolean,
): readonly string[] {
  const rest = leaves.slice(from);
  const end = rest.findIndex((leaf) => !belongs(leaf));
  return (end < 0 ? rest : rest.slice(0, end)).map(({ id }) => id);
}

/** A column of points: those of a level of review. */
export interface ScoreColumn {
  readonly level: EvaluationDetail['level'];
  readonly scores: EvaluationScores;
}

type Remark = EvaluationScores['remarks'][number];

/** The field that a remark is mended in. */
export type LeafField = 'answer' | 'weight' | 'chosenPoints' | 'explanation' | 'cutPoints' | 'notApplicableWhy';

const FIELD_OF: Readonly<Record<string, LeafField>> = {
  'result-missing': 'answer',
  'result-negative': 'answer',
  'points-to-choose': 'chosenPoints',
  'points-outside-outcome': 'chosenPoints',
  'weight-out-of-range': 'weight',
  'weight-places': 'weight',
  'cut-without-reason': 'cutPoints',
  'cut-out-of-range': 'cutPoints',
  'not-applicable-unexplained': 'notApplicableWhy',
};

/** Those that stand below the line, where it is opened. */
export const BELOW: ReadonlySet<LeafField> = new Set(['cutPoints', 'notApplicableWhy']);

export const fieldOf = ({ code }: Pick<Remark, 'code'>): LeafField => FIELD_OF[code] ?? 'explanation';

/** The id of a field on the page, to be jumped to. */
export const fieldId = (leafId: string, field: LeafField): string => `leaf-${leafId}-${field}`;

/** Where a remark on the whole is mended. */
export const partOf = ({ code }: Pick<Remark, 'code'>): string =>
  code.startsWith('weight') ? 'evaluation-weights' : 'evaluation-funds';
