const spoken = /^\s{0,3}-\s+\S/;
/** After what is said, the words of who tells it: “Да, - сказал он”. */
const told = /[,.?!…»"”]\s+[-–—]\s+\p{Ll}/u;

/**
 * The lines that begin with a hyphen since somebody speaks in them, as Russian and its neighbours write speech; a list has such hyphens too.
 * It is speech where one of the lines that follow each other has the words of who tells it, or a question is answered in Cyrillic letters.
 */
export function linesOfSpeech(lines: readonly string[]): ReadonlySet<number> {
  const speech = new Set<number>();
  let run: number[] = [];
  const end = () => {
    const said = run.map((at) => lines[at] ?? "");
    const questions = said.filter((line) => /\?["”»]?\s*$/.test(line)).length;
    const isAnswered =
      questions > 0 && questions < said.length && said.every((line) => /\p{Script=Cyrillic}/u.test(line));
    if (isAnswered || said.some((line) => told.test(line))) for (const at of run) speech.add(at);
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (spoken.test(line)) run.push(at);
    else if (line.trim() !== "") end();
  }
  end();
  return speech;
}
