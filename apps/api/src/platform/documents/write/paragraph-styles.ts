import type { CellStyle } from '@jixiao/domain';
import type * as Docx from 'docx';

const TWIPS_PER_POINT = 20;
const HALF_POINTS = 2;
/** Lines stand far apart in some fonts; so all have at least this times their size. */
const LINE = 1.25;

/**
 * The looks of cells as paragraph styles of a Word document: a form has a dozen of them for hundreds of cells, and people
 * who change one in Word change all.
 */
export class ParagraphStyles {
  private readonly ids = new Map<string, string>();
  private readonly known = new Map<CellStyle, string>();
  private readonly styles: Docx.IParagraphStyleOptions[] = [];

  constructor(private readonly docx: typeof Docx) {}

  idOf(look: CellStyle): string {
    const known = this.known.get(look);
    if (known !== undefined) return known;
    const key = JSON.stringify([look.font, look.size, look.bold, look.align]);
    const id = this.ids.get(key) ?? this.add(look);
    this.ids.set(key, id);
    this.known.set(look, id);
    return id;
  }

  all(): Docx.IParagraphStyleOptions[] {
    return this.styles;
  }

  private add({ font, size, bold, align }: CellStyle): string {
    const { AlignmentType, LineRuleType } = this.docx;
    const name = `表格${this.styles.length + 1}`;
    const id = `cell${this.styles.length + 1}`;
    const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align];
    this.styles.push({
      id,
      name,
      quickFormat: true,
      run: {
        size: size * HALF_POINTS,
        bold,
        font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
      },
      paragraph: {
        alignment,
        spacing: {
          line: Math.round(size * LINE * TWIPS_PER_POINT),
          lineRule: LineRuleType.AT_LEAST,
          before: 0,
          after: 0,
        },
      },
    });
    return id;
  }
}
