import type { FilledForm, FormPage } from '@jixiao/domain';
import type * as Docx from 'docx';
import { FONT_TABLE } from './font-table.js';
import { FormBody } from './form-body.js';
import { A4, twips } from './paper.js';
import { ParagraphStyles } from './paragraph-styles.js';

const FOOTER_HALF_POINTS = 16;

/** Writes forms into a Word document, each beginning a page, with the repeated rows at the top of every page. */
export async function writeFormDocx(forms: readonly FilledForm[]): Promise<Uint8Array> {
  const docx = await import('docx');
  const styles = new ParagraphStyles(docx);
  const sections = samePages(forms).map(({ page, forms: group }) => ({
    properties: { page: pageProperties(docx, page) },
    footers: { default: footer(docx) },
    children: group.flatMap((form, index) => new FormBody(docx, form, styles).children(index > 0)),
  }));
  const document = new docx.Document({ creator: 'jixiao', styles: { paragraphStyles: styles.all() }, sections });
  return new Uint8Array(await docx.Packer.toBuffer(document, undefined, [FONT_TABLE]));
}

interface SamePage {
  readonly page: FormPage;
  readonly forms: FilledForm[];
}

/** Runs of forms on the same paper: a section each. */
function samePages(forms: readonly FilledForm[]): SamePage[] {
  const groups: SamePage[] = [];
  for (const form of forms) {
    const last = groups.at(-1);
    if (last && JSON.stringify(last.page) === JSON.stringify(form.page)) last.forms.push(form);
    else groups.push({ page: form.page, forms: [form] });
  }
  return groups;
}

function pageProperties(docx: typeof Docx, { orientation, margins }: FormPage): Docx.ISectionPropertiesOptions['page'] {
  const { top, right, bottom, left } = margins;
  const { LANDSCAPE, PORTRAIT } = docx.PageOrientation;
  return {
    // The library turns the paper itself: it wants the measures of the upright one.
    size: {
      width: twips(A4.width),
      height: twips(A4.height),
      orientation: orientation === 'landscape' ? LANDSCAPE : PORTRAIT,
    },
    margin: {
      ...{ top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
      ...{ header: twips(top / 2), footer: twips(bottom / 2) },
    },
  };
}

function footer({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: typeof Docx): Docx.Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'];
  const run = new TextRun({ size: FOOTER_HALF_POINTS, children });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}
