type Margin = readonly [left: number, top: number, right: number, bottom: number];

interface Look {
  readonly font?: string;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly alignment?: 'left' | 'right' | 'center' | 'justify';
  readonly margin?: Margin;
  readonly leadingIndent?: number;
  /** Told to `pageBreakBefore`. */
  readonly headlineLevel?: number;
  readonly unbreakable?: boolean;
}
interface TableLayout {
  readonly hLineWidth?: () => number;
  readonly vLineWidth?: () => number;
  readonly paddingLeft?: () => number;
  readonly paddingRight?: () => number;
}
interface Table {
  readonly headerRows: number;
  readonly dontBreakRows: boolean;
  readonly keepWithHeaderRows: number;
  readonly widths: readonly number[];
  readonly body: readonly (readonly Content[])[];
}
export type Content = Look &
  (
    | { readonly text: string }
    | { readonly stack: readonly Content[] }
    | { readonly svg: string; readonly width: number }
    | { readonly table: Table; readonly layout: TableLayout }
  );

/** A piece of the paper, as far as it is asked for where pages are broken. */
export interface PlacedNode {
  readonly headlineLevel?: number;
}
export interface Definition {
  readonly pageSize: 'A4';
  readonly pageMargins: Margin;
  readonly defaultStyle: Look;
  readonly info: { readonly title: string; readonly author: string };
  readonly watermark?: {
    readonly text: string;
    readonly color: string;
    readonly opacity: number;
    readonly bold: boolean;
  };
  readonly footer: (page: number) => Content;
  readonly content: readonly Content[];
  readonly pageBreakBefore?: (
    node: PlacedNode,
    pages: { readonly getFollowingNodesOnPage: () => readonly PlacedNode[] },
  ) => boolean;
}
interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}
/** The library, which brings no types of its own, as far as it is used. */
export interface PdfMake {
  addFonts(fonts: Readonly<Record<string, FontFiles>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
}
