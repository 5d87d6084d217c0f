/** A picture as SVG, with what it shows in words for who cannot see it. */
export interface PaperPicture {
  readonly svg: string;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

export interface PaperColumn {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** Share of the width, compared with the other columns. */
  readonly width: number;
}

export type PaperBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | {
      readonly type: 'table';
      readonly title: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly note: string | null;
    }
  | { readonly type: 'picture'; readonly title: string; readonly picture: PaperPicture };

/** An official report, ready to be written in any format. */
export interface ReportDocument {
  /** In lines. */
  readonly title: readonly string[];
  /** Stands over every page of what is not final; null on what is. */
  readonly mark: string | null;
  readonly blocks: readonly PaperBlock[];
  /** 落款: who issues it, and the day as it is printed; no day on a draft. */
  readonly issuer: string;
  readonly issuedOn: string | null;
  /** By which the paper can be checked later; at the foot of every page. */
  readonly verification: string | null;
}
