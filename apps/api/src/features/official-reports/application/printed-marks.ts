import { chinaDay } from '../../../platform/runtime/clock.js';
import type { OfficialReportVersion } from '../persistence/official-report-version.entity.js';

type Sealed = Pick<OfficialReportVersion, 'number' | 'sealedAt' | 'hash'>;

const SHOWN_OF_HASH = 16;

/** The day under a sealed report, as it is printed; a draft has none. */
export const issuedOn = ({ sealedAt }: Sealed): string | null =>
  sealedAt === null ? null : printedDay(chinaDay(new Date(sealedAt)));

/** By which a paper can be checked later: its own code, and the version that it says. */
export const verificationLine = (code: string, { number, hash }: Sealed): string =>
  `核验码 ${code}　第${number}版${hash === null ? '（草稿）' : `　封存校验值 ${hash.slice(0, SHOWN_OF_HASH)}`}`;

/** 2026-10-31 → 2026年10月31日. */
const printedDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
