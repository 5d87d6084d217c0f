/** A file as a browser uploads it. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** Body and headers of a multipart request, to be spread into `Visitor.post(path, …)`. */
export function upload(
  files: readonly UploadedFile[],
  fields: Readonly<Record<string, string | number>>,
): [Buffer, Readonly<Record<string, string>>] {
  const boundary = 'jixiao-test-boundary-7f3a';
  const parts = [
    ...Object.entries(fields).map(([name, value]) => textPart(boundary, name, String(value))),
    ...files.map((file) => filePart(boundary, file)),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return [Buffer.concat(parts), { 'content-type': `multipart/form-data; boundary=${boundary}` }];
}

const textPart = (boundary: string, name: string, value: string): Buffer =>
  Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);

const filePart = (boundary: string, { name, bytes }: UploadedFile): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
