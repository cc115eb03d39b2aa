/** The page at the paper's public address: through whatever stands before the program, such as a CDN. */
export const publicPlace = "public";

/** For so long a page may be on its way; after that, the desk is alarmed. */
export const proofWithinMs = 30_000;

/** What the readers' page showed at one place. */
export interface PlaceProof {
  /** An instance's name, or `publicPlace`. */
  place: string;
  checkedAt: Date;
  isProved: boolean;
  /** What was found, in a few words. */
  result: string;
}

/** How far it is proved that readers have the newest change of a story. */
export interface StoryProof {
  changedAt: Date;
  expects: "live" | "gone";
  /** Where it should be proved. */
  expected: string[];
  places: PlaceProof[];
}

export interface ProofState {
  state: "checking" | "proved" | "missing";
  /** Of the instances. */
  proved: number;
  of: number;
  /** When the last of the places was found right; null while none was. */
  at: Date | null;
  /** Where it is not proved, and what was found there. */
  missing: { place: string; result: string }[];
}

/** Pure: what the desk says of it at `now`. */
export function proofState({ changedAt, expected, places }: StoryProof, now: Date): ProofState {
  const all = [...new Set([...expected, ...places.map(({ place }) => place)])];
  const right = places.filter(({ isProved }) => isProved);
  const missing = all
    .filter((place) => !right.some((proof) => proof.place === place))
    .map((place) => ({ place, result: places.find((proof) => proof.place === place)?.result ?? "nobody looked" }));
  const isLate = now.getTime() - changedAt.getTime() > proofWithinMs;
  const instancesIn = (names: string[]) => names.filter((place) => place !== publicPlace).length;
  return {
    state: missing.length === 0 ? "proved" : isLate ? "missing" : "checking",
    proved: instancesIn(right.map(({ place }) => place)),
    of: instancesIn(all),
    at: right.reduce<Date | null>((last, { checkedAt }) => (last && last > checkedAt ? last : checkedAt), null),
    missing,
  };
}
