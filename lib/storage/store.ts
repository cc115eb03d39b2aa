export interface StoredFile {
  name: string;
  content: Buffer;
}

/** Where files lie that belong together under one id. Files on a disk today; an object store can stand behind the same few words. */
export interface FileStore {
  /** All files of a new id, or none: whoever dies in between leaves nothing that `read` would find. What is there is never replaced. @throws Obstacle for a disk that is full or cannot be written */
  put(id: string, files: readonly StoredFile[]): Promise<void>;
  /** A file; null if it is not there. */
  read(id: string, name: string): Promise<Buffer | null>;
  remove(id: string): Promise<void>;
  /** Ids whose files were put before this instant, at most `most` after the id `after`, in order. */
  putBefore(before: Date, after: string, most: number): Promise<string[]>;
  /** Takes out what was begun before this instant and never finished. */
  clear(before: Date): Promise<void>;
}
