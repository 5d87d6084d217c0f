import { checkProjectCode } from '@jixiao/domain';
import { AREA_CODE } from '../county/people.js';
import type { DemoProject, DemoUnit, DemoYear } from '../county/demo-types.js';

const CHECK_CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** A project's code of the form of R1, with the check character that R2 accepts. */
export function projectCode(unit: DemoUnit, project: DemoProject, year: DemoYear): string {
  const serial = String(unit.projects.indexOf(project) + 1).padStart(5, '0');
  const stem = `${AREA_CODE}${String(year).slice(2)}P${unit.code}${serial}`;
  const check = CHECK_CHARACTERS.find((character) => isSound(`${stem}${character}`));
  if (check === undefined) throw new Error(`No check character fits ${stem}`);
  return `${stem}${check}`;
}

function isSound(code: string): boolean {
  const { problem, warning } = checkProjectCode(code);
  return problem === undefined && warning === undefined;
}
