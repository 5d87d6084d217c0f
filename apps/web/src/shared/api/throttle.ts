/**
 * At most one call per `ms`: the first at once, those in between as one at the end.
 * A recompute of thousands of projects then reads the page's figures again once a second and not thousands of times.
 */
export function throttled(action: () => void, ms: number): () => void {
  let resting = false;
  let again = false;
  const run = (): void => {
    action();
    resting = true;
    setTimeout(() => {
      resting = false;
      if (!again) return;
      again = false;
      run();
    }, ms);
  };
  return () => {
    if (resting) again = true;
    else run();
  };
}
