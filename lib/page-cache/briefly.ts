/** Remembers keys for a short while: not longer than `for` milliseconds, not more than `atMost` of them. */
export class Briefly {
  #until = new Map<string, number>();
  #for: number;
  #atMost: number;

  constructor(options: { for: number; atMost: number }) {
    this.#for = options.for;
    this.#atMost = options.atMost;
  }

  get size(): number {
    return this.#until.size;
  }

  add(key: string, now: number): void {
    this.#until.delete(key);
    this.#until.set(key, now + this.#for);
    if (this.#until.size <= this.#atMost) return;
    for (const oldest of this.#until.keys()) {
      this.#until.delete(oldest);
      break;
    }
  }

  has(key: string, now: number): boolean {
    const until = this.#until.get(key);
    return until !== undefined && now < until;
  }

  delete(key: string): void {
    this.#until.delete(key);
  }

  clear(): void {
    this.#until.clear();
  }
}
