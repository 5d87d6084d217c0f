import type { Block } from '../targets/recognition/document-types.js';
import { formOfTitle } from './form-labels.js';
import { FormReader } from './form-reader.js';
import type { RecognisedForm } from './recognised-form.js';

/** Recognises the official forms in a document, block by block: a sheet or a page each, in any number. */
export class FormRecogniser {
  private reader: FormReader | null = null;

  /** Takes the next block and gives the form that it has ended. */
  take(block: Block): RecognisedForm | null {
    const filled = block.kind === 'text' ? [block] : block.cells.filter(({ text }) => text !== '');
    const [lone, ...others] = filled;
    const form = lone && others.length === 0 ? formOfTitle(lone.text) : null;
    if (form !== null && lone) {
      const ended = this.finish();
      this.reader = new FormReader(form, lone.at, lone.text);
      return ended;
    }
    if (block.kind === 'text') this.reader?.text(block);
    else this.reader?.row(block.cells);
    return null;
  }

  /** The form that the end of the document ends. */
  finish(): RecognisedForm | null {
    const ended = this.reader?.finished() ?? null;
    this.reader = null;
    return ended;
  }
}

/** All official forms of a document that was read whole; what stands above the first title is none of them. */
export function recogniseForms(blocks: Iterable<Block>): RecognisedForm[] {
  const recogniser = new FormRecogniser();
  const forms = [...blocks].map((block) => recogniser.take(block));
  return [...forms, recogniser.finish()].filter((form) => form !== null);
}
