import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { networkError } from '../../../shared/api/problem.js';
import { CASES, indicatorLine, office, refusal, report, result, type, VISITS } from '../testing/office.js';

/** Long enough for a pause in typing and the save after it. */
const settled = (): Promise<void> => jest.advanceTimersByTimeAsync(1_000);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a project with other indicators than when the input was typed', () => {
  it('takes input of an indicator that has come since', () => {
    const { server, open } = office();
    server.refuse = networkError();
    const draft = open([CASES]);
    type(draft, 'fiscal', '5');
    draft.end();
    server.report = report({ results: [result('visits', 3)] });
    const next = open([CASES, VISITS]);
    const row = indicatorLine(next, 1);
    expect(next.textOf(row, 'value', 'zh')).toBe('3');
    expect(next.put(row, 'value', '7')).toBe(true);
    expect([next.textOf(row, 'value', 'zh'), next.form.fiscal]).toEqual(['7', '5.00']);
  });

  it('tells what was typed for one that is gone until it is thrown away', async () => {
    const { server, open, kept } = office();
    server.refuse = networkError();
    const draft = open([CASES, VISITS]);
    draft.put(indicatorLine(draft, 1), 'value', '9');
    draft.put(indicatorLine(draft, 1), 'reasons', '没有这种原因');
    draft.end();
    server.refuse = null;
    const gone = [
      { kind: 'indicator', name: '走访次数', column: 'value', text: '9' },
      { kind: 'indicator', name: '走访次数', column: 'reasons', text: '没有这种原因' },
    ];
    const next = open([CASES]);
    expect([next.aside.value, next.faultCount.value]).toEqual([gone, 0]);
    await settled();
    next.end();
    const last = open([CASES]);
    expect(last.aside.value).toEqual(gone);
    last.discardAside();
    expect(kept()).toEqual([]);
  });

  it("does not blank another person's result of an indicator that the sheet does not show yet", async () => {
    const { server, theirs, open } = office();
    const draft = open([CASES]);
    theirs({ results: [result('visits', 3)] });
    type(draft, 'fiscal', '5');
    await settled();
    await settled();
    expect(server.report.fiscalFen).toBe(5_000_000);
    expect(server.report.results).toContainEqual(result('visits', 3));
    expect(server.rereads).toBeGreaterThan(0);
  });

  it('does not send what was stored of an indicator that the project had lost before', async () => {
    const { server, open } = office(report({ results: [result('former', 3)] }));
    const draft = open([CASES]);
    type(draft, 'fiscal', '5');
    await settled();
    expect(server.saves[0]?.results.map(({ indicatorId }) => indicatorId)).toEqual(['cases']);
  });

  it('is read again where the server does not know an indicator any more', async () => {
    const { server, open, kept } = office();
    const draft = open();
    server.refuse = refusal('report-invalid', [{ path: 'results.0', code: 'indicator-unknown', message: '' }]);
    draft.put(indicatorLine(draft), 'value', '7');
    await settled();
    expect(server.rereads).toBe(1);
    expect(kept()[0]?.form.indicators.cases?.value).toBe('7');
  });
});
