import { unwrap } from './client.js';
import { fileNameOf } from './file-name.js';

/** A file as the server names it. */
export interface ServedFile {
  readonly name: string;
  readonly content: Blob;
}

interface BlobAnswer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The file of an answer that was read as a blob; throws `ApiError` for a refusal. */
export async function servedFile(answer: BlobAnswer, otherwise: string): Promise<ServedFile> {
  const content = await unwrap(Promise.resolve(answer));
  const name = fileNameOf(answer.response.headers.get('content-disposition')) ?? otherwise;
  return { name, content: content as Blob };
}
