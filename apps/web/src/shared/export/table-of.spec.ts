import { describe, expect, it } from '@jest/globals';
import { everyPage, tableOf } from './table-of.js';

describe('a table for export', () => {
  it('has a cell per column and row, in their order', () => {
    const columns = [
      { header: '名称', kind: 'text', cell: ({ name }: { name: string; fen: number | null }) => name },
      { header: '金额', kind: 'wan', cell: ({ fen }: { name: string; fen: number | null }) => fen },
    ] as const;
    expect(
      tableOf('表', columns, [
        { name: '甲', fen: 1 },
        { name: '乙', fen: null },
      ]),
    ).toEqual({
      title: '表',
      columns: [
        { header: '名称', kind: 'text' },
        { header: '金额', kind: 'wan' },
      ],
      rows: [
        ['甲', 1],
        ['乙', null],
      ],
    });
  });
});

describe('every row of a list in pages', () => {
  const all = [1, 2, 3, 4, 5];
  const pages = (list: readonly number[], total = list.length) => {
    const asked: number[] = [];
    const fetchPage = (page: number, size: number) => {
      asked.push(page);
      return Promise.resolve({ items: list.slice((page - 1) * size, page * size), total });
    };
    return { asked, fetchPage };
  };

  it('is read page after page', async () => {
    const { asked, fetchPage } = pages(all);
    expect(await everyPage(fetchPage, 2)).toEqual(all);
    expect(asked).toEqual([1, 2, 3]);
  });

  it('ends where the list has become shorter meanwhile', async () => {
    const { asked, fetchPage } = pages(all, 99);
    expect(await everyPage(fetchPage, 5)).toEqual(all);
    expect(asked).toEqual([1, 2]);
  });
});
