/** Lets at most `most` pieces of work run at the same time; the others wait in the order in which they came. */
export function limited(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes on to the next, so that nobody slips in between.
      if (next) next();
      else running--;
    }
  };
}
