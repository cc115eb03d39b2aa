import { createHash } from "node:crypto";
import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import { createTarDecoder, createTarPacker } from "modern-tar";
import { Obstacle } from "#lib/obstacle";
import { type EntryDigest, MANIFEST, Manifest } from "./manifest.ts";

/** Writes entries one after the other and remembers what they were. */
export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<void>;
  addFile(name: string, file: string): Promise<void>;
  /** Ends the archive with the manifest that names all entries. */
  finish(manifest: Omit<Manifest, "entries">): Promise<void>;
  abandon(): Promise<void>;
}

export function writeArchive(file: string): ArchiveWriter {
  const { readable, controller } = createTarPacker();
  const output = fs.createWriteStream(file, { flags: "wx", mode: 0o600, flush: true });
  const written = pipeline(piecesOf(readable), output);
  written.catch(() => {}); // told by whichever call comes next
  const entries: EntryDigest[] = [];

  async function addPieces(name: string, bytes: number, pieces: AsyncIterable<Uint8Array> | Uint8Array[]) {
    const hash = createHash("sha256");
    const entry = controller.add({ name, size: bytes, mode: 0o600 }).getWriter();
    let seen = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      seen += piece.length;
      await Promise.race([entry.write(piece), written]);
    }
    if (seen !== bytes) throw new Obstacle(`${name} changed while it was copied: try again.`);
    await Promise.race([entry.close(), written]);
    entries.push({ name, bytes, sha256: hash.digest("hex") });
  }

  return {
    add: (name, content) => addPieces(name, content.length, [content]),
    async addFile(name, file) {
      const { size } = fs.statSync(file);
      // Not more than was there at first: a log may grow meanwhile.
      const content = size === 0 ? [] : fs.createReadStream(file, { end: size - 1 });
      await addPieces(name, size, content);
    },
    async finish(manifest) {
      const whole: Manifest = { ...manifest, entries };
      await addPieces(MANIFEST, ...withLength(JSON.stringify(whole, null, 1)));
      controller.finalize();
      await written;
    },
    async abandon() {
      controller.error(new Error("abandoned"));
      await written.catch(() => {});
      fs.rmSync(file, { force: true });
    },
  };
}

function withLength(text: string): [number, Uint8Array[]] {
  const bytes = Buffer.from(text);
  return [bytes.length, [bytes]];
}

/** Hands each entry to `visit`, which may leave it unread. */
export async function readArchive(
  file: string,
  visit: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const decoder = createTarDecoder({ strict: true });
  const fed = feed(fs.createReadStream(file), decoder.writable);
  fed.catch(() => {}); // told by the entries, or below
  for await (const { header, body } of piecesOf(decoder.readable)) {
    await visit(header.name, piecesOf(body));
    if (!body.locked) await body.cancel();
  }
  await fed;
}

async function feed(input: AsyncIterable<Buffer>, output: WritableStream<Uint8Array>): Promise<void> {
  const writer = output.getWriter();
  try {
    for await (const piece of input) await writer.write(piece);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}

async function* piecesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** Reads a whole backup against its manifest. What is not exactly as it was written is an `Obstacle`. */
export async function checkArchive(file: string): Promise<Manifest> {
  const damaged = (why: string) => new Obstacle(`${file} is damaged (${why}): use another backup.`);
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Obstacle(`There is no file ${file}.`);
  const seen = new Map<string, EntryDigest>();
  let text = "";
  try {
    await readArchive(file, async (name, content) => {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const piece of content) {
        hash.update(piece);
        bytes += piece.length;
        if (name === MANIFEST) text += Buffer.from(piece).toString("latin1");
      }
      seen.set(name, { name, bytes, sha256: hash.digest("hex") });
    });
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : "not a backup");
  }
  const manifest = parseManifest(Buffer.from(text, "latin1").toString("utf8"));
  if (!manifest) throw damaged(seen.size === 0 ? "not a backup of Chapar" : "its end is missing");
  seen.delete(MANIFEST);
  for (const { name, bytes, sha256 } of manifest.entries) {
    const found = seen.get(name);
    if (!found) throw damaged(`${name} is missing`);
    if (found.bytes !== bytes || found.sha256 !== sha256) throw damaged(`${name} is not what was written`);
    seen.delete(name);
  }
  for (const name of seen.keys()) throw damaged(`${name} does not belong to it`);
  return manifest;
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Copies an entry into a file. */
export const writeEntry = (content: AsyncIterable<Uint8Array>, file: string): Promise<void> =>
  pipeline(content, fs.createWriteStream(file, { flags: "wx", flush: true }));
