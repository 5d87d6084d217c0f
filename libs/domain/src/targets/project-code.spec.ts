import { describe, it, expect } from '@jest/globals';
import { checkProjectCode, isCarriedOver } from './project-code.js';

describe('R1: code form', () => {
  it.each(['', '  ', '————', '--', '-'])('%p is missing, not an error', (text) => {
    expect(checkProjectCode(text)).toEqual({ code: null, creationYear: null });
  });

  it.each(['123', '13020023P00003910033', '13020023P00003910033LL', '13020023p00003910033L', '1302002XP00003910033L'])(
    '%s is malformed',
    (text) => {
      const { code, problem } = checkProjectCode(text);
      expect([code, problem?.code]).toEqual([null, 'project-code-malformed']);
    },
  );

  it('reads full-width characters and ignores space and bookmarks', () => {
    expect(checkProjectCode('[bookmark: _GoBack]１３０２００２３Ｐ００００３９１００３３ Ｌ')).toEqual({
      code: '13020023P00003910033L',
      creationYear: 2023,
    });
  });
});

describe('R2: code check', () => {
  it.each([
    '13020023P00003910033L',
    '13020023P000039100348',
    '13030322P00409010001H',
    '13020023P00003910035U',
    '13020023P00003910036F',
    '13020023P000039100373',
    '13030322P004082100029',
    '13030322P00408510001N',
    '13030322P00408810001P',
    '13030322P003975100122',
    '13030322P00408610001C',
    '13030322P004084100011',
    '13030322P004384100018',
  ])('%s is right', (text) => {
    const { code, problem, warning } = checkProjectCode(text);
    expect({ code, problem, warning }).toEqual({ code: text, problem: undefined, warning: undefined });
  });

  it('a mismatch is a warning only', () => {
    expect(checkProjectCode('13020023P00003910033K')).toEqual({
      code: '13020023P00003910033K',
      warning: {
        code: 'project-code-check-mismatch',
        params: { code: '13020023P00003910033K', expected: 'L' },
      },
      creationYear: 2023,
    });
  });

  it('other forms are accepted unchecked', () => {
    expect(checkProjectCode('13030321EXDHKHBVZCVYN')).toEqual({ code: '13030321EXDHKHBVZCVYN', creationYear: 2021 });
    expect(checkProjectCode('13030321P96LOLFG4NRNM').warning).toBeUndefined();
  });
});

describe('R3: code year', () => {
  it('digits 7–8 are the creation year; older than the table is carried over', () => {
    const checked = checkProjectCode('13030321EXDHKHBVZCVYN');
    expect(checked.creationYear).toBe(2021);
    expect([2021, 2022].map((year) => isCarriedOver(checked, year))).toEqual([false, true]);
    expect(isCarriedOver(checkProjectCode(''), 2022)).toBe(false);
  });
});
