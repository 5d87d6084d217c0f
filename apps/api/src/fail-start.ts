/** Ends a program that could not start: the reason for the operator, without a stack, and exit code 1. */
export function failStart(error: unknown): void {
  process.stderr.write(`jixiao cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
