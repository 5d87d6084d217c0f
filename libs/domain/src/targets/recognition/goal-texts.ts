/** 目标1, 目标内容2, 1., 1.1. or （1） before a goal; never the number a goal begins with (1.5万人, 2022年). */
const NUMBERED = /^(?:(?:\d{1,2}[.．、)）])+|[(（]\d{1,2}[)）]|[①-⑳])(?=20\d\d年|\D)\s*/;
const NAMED = /^目标(?:内容)?\d{1,2}?(?=20\d\d年|\D|$)[:：.、]?\s*|^目标内容[:：]?\s*/;
const LABEL_ONLY = /^(?:目标(?:内容)?)?\d{0,2}[.．、:：]?$/;

/**
 * The goals of a project out of the cells beside 绩效目标: labels such as 目标1, `1.` or `1.目标内容1` are taken off,
 * a line that begins with one begins a goal, any other line goes on with the goal above it.
 */
export function goalTexts(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => goalsOfCell(cell));
}

function goalsOfCell(cell: string): string[] {
  const goals: string[][] = [];
  for (const raw of cell.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const text = withoutLabel(line);
    const current = goals.at(-1);
    if (current === undefined || text !== line) goals.push([text]);
    else current.push(text);
  }
  return goals.map((lines) => lines.filter((line) => line !== '').join('\n')).filter((goal) => goal !== '');
}

function withoutLabel(line: string): string {
  if (LABEL_ONLY.test(line)) return '';
  return line.replace(NUMBERED, '').replace(NAMED, '').trim();
}
