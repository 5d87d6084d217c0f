import { networkError } from './problem.js';

export interface SendOptions {
  /** Share of the bytes sent so far, 0…1. */
  readonly onProgress?: (share: number) => void;
  /** Aborting stops the sending; the promise is then rejected with an `AbortError`. */
  readonly signal?: AbortSignal;
}

export interface FormAnswer {
  readonly status: number;
  /** The JSON of the answer; undefined where it is none. */
  readonly body: unknown;
}

/** Sends a form and tells how far it has come, which `fetch` cannot. @throws ApiError `network` where no answer came */
export function sendForm(
  path: string,
  form: FormData,
  headers: Readonly<Record<string, string>>,
  options: SendOptions,
): Promise<FormAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) options.onProgress?.(loaded / total);
    };
    request.onload = () => resolve({ status: request.status, body: jsonOf(request.responseText) });
    request.onerror = () => reject(networkError());
    request.onabort = () => reject(new DOMException('Sending was stopped.', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
