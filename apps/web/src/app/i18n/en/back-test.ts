/** How right forecasts were on the past. */
export const backTest = {
  backTest: {
    title: 'Forecasts tested on the past',
    finding: '“{method}” was the nearest in past years: ±{points} points on average',
    noFinding: 'Errors of forecasts in past years, by month',
    purpose:
      'Forecasts are made again for years that are over, by what was known in each month, and compared with what was spent in the end.',
    axis: 'Mean error (% of budget)',
    method: { blend: 'The blend', planRemaining: 'Rest as planned', pace: 'Pace', chainLadder: 'Earlier years' },
    cases: '{n} case | {n} cases',
    column: {
      month: 'Month',
      method: 'Method',
      cases: 'Cases',
      error: 'Mean error (± points)',
      bias: 'Bias (points)',
      coverage: '80% interval held (%)',
      compared: 'Comparable error (± points)',
    },
    biasHint: 'Above zero: forecasts were too high',
    best: 'nearest',
    comparedHint:
      'The comparable error is over the one case that all listed methods could forecast; the nearest is found by it. | The comparable error is over the {n} cases that all listed methods could forecast; the nearest is found by it.',
    overall: 'All months, by method',
    byMonth: 'By month and method',
    computed:
      'Reckoned {at} from {n} locked round of {years} and the monthly figures of the treasury. | Reckoned {at} from {n} locked rounds of {years} and the monthly figures of the treasury.',
    again: 'Test again',
    running: 'Testing …',
    runningLabel: 'Testing forecasts',
    failed: 'The test did not finish. Try again; if that fails, look under “Jobs”.',
    none: 'There is nothing to test yet',
    noneHint: 'Forecasts are tested once the December round of a year is locked; or begin now.',
    past: 'In this month of past years the error was ±{points} points ({level}, {cases})',
    pastBetter:
      'In this month of past years the error was ±{points} points ({level}, {cases}); “{method}” was nearer, ±{other}',
    level: { unit: 'this unit', department: 'this department' },
  },
};
