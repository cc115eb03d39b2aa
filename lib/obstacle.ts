import { statfsSync } from "node:fs";

/** Something an operator can mend. The message is the sentence that says how; it needs no stack trace. */
export class Obstacle extends Error {
  override name = "Obstacle";
}

const SENTENCES: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `The disk that holds ${path} is full: make room there, then start again.`,
  EDQUOT: (path) => `The quota of the disk that holds ${path} is used up: make room there, then start again.`,
  EROFS: (path) => `${path} is on a read-only disk: point DATA_DIR at a folder that can be written.`,
  EACCES: (path) =>
    `There is no right to use ${path}: give it to the user who starts Chapar, or point DATA_DIR elsewhere.`,
  EPERM: (path) =>
    `There is no right to use ${path}: give it to the user who starts Chapar, or point DATA_DIR elsewhere.`,
  ENOTDIR: (path) => `A part of ${path} is a file, not a folder: point DATA_DIR elsewhere.`,
  EEXIST: (path) => `${path} is a file where a folder is needed: move it away, or point DATA_DIR elsewhere.`,
};

const code = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

function translated(error: unknown, path: string): unknown {
  const sentence = SENTENCES[code(error)];
  return sentence ? new Obstacle(sentence(path), { cause: error }) : error;
}

/** Does something with files; a full disk or missing rights become an `Obstacle` that names `path`. */
export function withFiles<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(error, path);
  }
}

/** `withFiles` for work that takes its time. */
export async function withFilesSoon<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error, path);
  }
}

/** The same for what a program printed before it gave up; nothing when the text names no such cause. */
export function obstacleInText(text: string, path: string): Obstacle | undefined {
  const found = /No space left on device/i.test(text)
    ? "ENOSPC"
    : /Disk quota exceeded/i.test(text)
      ? "EDQUOT"
      : /Read-only file system/i.test(text)
        ? "EROFS"
        : /Permission denied/i.test(text)
          ? "EACCES"
          : "";
  const sentence = SENTENCES[found];
  return sentence && new Obstacle(sentence(path));
}

/** A full disk, for a program that could not even write down why it gave up. */
export function fullDisk(path: string): Obstacle | undefined {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize < 64 * 1024 ? new Obstacle(SENTENCES.ENOSPC?.(path)) : undefined;
}
