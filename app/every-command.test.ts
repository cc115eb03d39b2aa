import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/** Commands that leave nothing in the trail, each with its reason. */
const untold: Record<string, string> = {
  "bulk.prepare": "Nothing is done yet: what is asked for is told when it is started.",
  "comment.see_mentions": "That somebody has looked is theirs.",
  "demo.mark": "The demo is there with the newsroom; that it is taken out is told.",
  "notification.choose": "What somebody wants to hear of is theirs.",
  "notification.see": "That somebody has looked is theirs.",
  "settings.found": "The newsroom is founded before anybody is in it.",
  "story.mend_text": "What two people wrote is brought into order; no word comes or goes.",
  "story.see_put_aside": "That somebody has looked is theirs.",
  "story.settle_text": "Words typed are told by the story's revisions and who wrote what.",
};

interface Declared {
  file: string;
  text: string;
  /** Names of other files, as this one calls them. */
  imported: ReadonlyMap<string, string>;
}

/** Each declaration at the top of a file of the newsroom, by file and name. */
function declarations(): Map<string, Declared> {
  const found = new Map<string, Declared>();
  const files = fs
    .readdirSync("newsroom", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/test(ing)?\.ts$/.test(file))
    .map((file) => path.join("newsroom", file));
  for (const file of files) {
    const source = fs.readFileSync(file, "utf8");
    const imported = new Map<string, string>();
    for (const [, names = "", from = ""] of source.matchAll(/^import \{([^}]*)\} from "(\.[^"]*)";/gm))
      for (const name of names.match(/\w+/g) ?? [])
        imported.set(name, `${path.join(path.dirname(file), from)} ${name}`);
    for (const text of source.split(/^(?=(?:export )?(?:async )?(?:function|const) )/m)) {
      const name = /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(text)?.[1];
      if (name) found.set(`${file} ${name}`, { file, text, imported });
    }
  }
  return found;
}

const all = declarations();

/** Whether it announces something, by itself or by what it calls. */
function announces(key: string, seen = new Set<string>()): boolean {
  const declared = all.get(key);
  if (!declared || seen.has(key)) return false;
  seen.add(key);
  if (/\bemit\(/.test(declared.text)) return true;
  return [...new Set(declared.text.match(/\w+/g))].some((name) =>
    announces(declared.imported.get(name) ?? `${declared.file} ${name}`, seen),
  );
}

it("every command leaves something in the trail, or stands here with its reason", () => {
  const commands = [...all].filter(([, { text }]) => /= command\(\{/.test(text));
  expect(commands.length).toBeGreaterThan(100);
  const silent = commands
    .filter(([key]) => !announces(key))
    .map(([, { text }]) => /\bname: "([\w.]+)"/.exec(text)?.[1]);
  expect(silent.toSorted()).toEqual(Object.keys(untold).toSorted());
});
