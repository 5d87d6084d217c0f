/** What the county's treasury has of a project in the year under way. */
export interface DemoTreasury {
  readonly unit: string;
  readonly project: string;
  /** True where the treasury knows the fiscal money only. */
  readonly fiscalOnly: boolean;
  /** Treasury minus unit at the end of the open round, in 万元. */
  readonly differs: number;
  /** What the unit says to that; null where it has said nothing yet. */
  readonly note: string | null;
  /** What the first delivery had too much, in 万元; the next one takes it back. */
  readonly mistake?: { readonly month: number; readonly amount: number };
}

/** One that agrees after a correction, one whose difference is explained, and one whose difference is not. */
export const TREASURY: readonly DemoTreasury[] = [
  {
    unit: '102001',
    project: '办案业务经费',
    fiscalOnly: false,
    differs: 0,
    note: null,
    mistake: { month: 5, amount: 6.4 },
  },
  { unit: '103001', project: '法治宣传教育经费', fiscalOnly: false, differs: -1.2, note: null },
  {
    unit: '104002',
    project: '道路交通安全设施维护费',
    fiscalOnly: true,
    differs: -0.86,
    note: '9月29日提交的一笔标线施工款8600元，国库于10月9日清算，计入下期',
  },
];
