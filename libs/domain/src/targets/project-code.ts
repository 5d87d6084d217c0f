import type { Problem } from '../kernel/result.js';
import { excerpt, halfWidth, isBlankCell } from '../kernel/text.js';

export interface CheckedProjectCode {
  /** The code, or null where it is missing or malformed. */
  readonly code: string | null;
  /** `project-code-malformed` (R1). */
  readonly problem?: Problem;
  /** `project-code-check-mismatch` (R2): a warning only. */
  readonly warning?: Problem;
  /** Year in which the project was created (R3); null without a code. */
  readonly creationYear: number | null;
}

const FORM = /^\d{8}[0-9A-Z]{13}$/;
const CHECKED_FORM = /^\d{8}P\d{11}.$/;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LAST = ALPHABET.length - 1;

/** The character that the first twenty of a code call for (R2): position-weighted sum modulo 31, counted from the end. */
function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 20)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET.charAt(LAST - (sum % ALPHABET.length));
}

function checkWarning(code: string): Problem | undefined {
  if (!CHECKED_FORM.test(code)) return undefined;
  const expected = checkCharacter(code);
  if (code.endsWith(expected)) return undefined;
  return { code: 'project-code-check-mismatch', params: { code, expected } };
}

/**
 * Checks a project code as printed: its form (R1; blank or dashes are missing, not an error), its check character (R2; only
 * codes of the form `^\d{8}P\d{11}.$` carry one) and its creation year (R3).
 */
export function checkProjectCode(text: string): CheckedProjectCode {
  if (isBlankCell(text)) return { code: null, creationYear: null };
  const code = halfWidth(text).replace(/\s/g, '');
  if (!FORM.test(code)) {
    return {
      code: null,
      problem: { code: 'project-code-malformed', params: { text: excerpt(code) } },
      creationYear: null,
    };
  }
  const warning = checkWarning(code);
  return { code, ...(warning && { warning }), creationYear: 2000 + Number(code.slice(6, 8)) };
}

/** True for a project that was created before the table's year and carried over (R3): information only. */
export const isCarriedOver = ({ creationYear }: Pick<CheckedProjectCode, 'creationYear'>, year: number): boolean =>
  creationYear !== null && creationYear < year;
