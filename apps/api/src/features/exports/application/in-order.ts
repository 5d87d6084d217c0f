/**
 * Does work on what comes in, several pieces at a time, and gives the results in the order in which it came. What is under
 * way when the caller stops is waited for, so that nothing goes on behind its back.
 */
export async function* inOrder<I, O>(
  incoming: AsyncIterable<I>,
  atOnce: number,
  work: (item: I) => Promise<O>,
): AsyncGenerator<O> {
  const underWay: Promise<O>[] = [];
  try {
    for await (const item of incoming) {
      underWay.push(work(item));
      // A failure is met where its turn comes; until then nobody listens to it.
      underWay.at(-1)?.catch(ignore);
      const first = underWay.length >= atOnce ? underWay.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let next = underWay.shift(); next !== undefined; next = underWay.shift()) yield await next;
  } finally {
    await Promise.allSettled(underWay);
  }
}

const ignore = (): void => undefined;
