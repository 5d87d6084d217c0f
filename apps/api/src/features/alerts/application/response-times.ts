import { exact, ratio, roundHalfAway } from '@jixiao/domain';

/** How many answers took so many working days. */
interface Responses {
  readonly days: number;
  readonly answers: number;
}

/** Median and mean of working days to the answer, the mean with 2 places; null where nothing was answered. */
export function responseTimes(responses: readonly Responses[]): {
  readonly medianDays: number | null;
  readonly meanDays: number | null;
} {
  const answers = responses.reduce((sum, each) => sum + each.answers, 0);
  if (answers === 0) return { medianDays: null, meanDays: null };
  const ascending = [...responses].sort((a, b) => a.days - b.days);
  const days = ascending.reduce((sum, each) => sum + each.days * each.answers, 0);
  const [lower, upper] = [daysOf(ascending, (answers - 1) >> 1), daysOf(ascending, answers >> 1)];
  return { medianDays: (lower + upper) / 2, meanDays: roundHalfAway(ratio(exact(days), exact(answers)), 2) };
}

/** Working days of the answer at a place, from 0, among all of them by their length. */
function daysOf(ascending: readonly Responses[], place: number): number {
  let before = 0;
  for (const { days, answers } of ascending) {
    before += answers;
    if (place < before) return days;
  }
  return 0;
}
