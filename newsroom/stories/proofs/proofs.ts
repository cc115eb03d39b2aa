/** The page at the paper's public address: through whatever stands before the program, such as a CDN. */
export const publicPlace = "public";

/** For so long a page may be on its way; after that, the desk is alarmed. */
export const proofWithinMs = 30_000;
/** What happened longer ago is proved no more. */
export const provedForMs = 10 * 60_000;
/** So long after the first look at a page there must have been another before anybody is alarmed. */
const lookedForMs = 5_000;

/** In the place of what was found, where nobody looked in time: readers may have it or not. */
export const unlooked = "nobody looked";

/** What the readers' page showed at one place. */
interface PlaceProof {
  /** An instance's name, or `publicPlace`. */
  place: string;
  checkedAt: Date;
  isProved: boolean;
  /** What was found, in a few words, or `unlooked`. */
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
  /** `waiting`: nobody has looked yet. `unlooked`: nobody has for too long. `missing`: somebody looked, and it was not right. */
  state: "checking" | "waiting" | "proved" | "unlooked" | "missing";
  /** Of the instances. */
  proved: number;
  of: number;
  /** When the last of the places was found right; null while none was. */
  at: Date | null;
  /** Where it is not proved, and what was found there; null where nobody has looked yet. */
  unproved: { place: string; result: string | null }[];
}

/** Pure: what the desk says of it at `now`. */
export function proofState({ changedAt, expected, places }: StoryProof, now: Date): ProofState {
  const all = [...new Set([...expected, ...places.map(({ place }) => place)])];
  const right = places.filter(({ isProved }) => isProved);
  const unproved = all
    .filter((place) => !right.some((proof) => proof.place === place))
    .map((place) => ({ place, result: places.find((proof) => proof.place === place)?.result ?? null }));
  const isLate = now.getTime() - changedAt.getTime() > proofWithinMs;
  const instancesIn = (names: string[]) => names.filter((place) => place !== publicPlace).length;
  return {
    state: stateOf(
      unproved.map(({ result }) => result),
      isLate,
    ),
    proved: instancesIn(right.map(({ place }) => place)),
    of: instancesIn(all),
    at: right.reduce<Date | null>((last, { checkedAt }) => (last && last > checkedAt ? last : checkedAt), null),
    unproved,
  };
}

function stateOf(results: (string | null)[], isLate: boolean): ProofState["state"] {
  if (results.length === 0) return "proved";
  if (results.some((result) => result !== null && result !== unlooked)) return "missing";
  if (results.includes(unlooked)) return "unlooked";
  return isLate ? "waiting" : "checking";
}

/** From when on a page that is not right is an alarm: it had its time, and was not looked at just once, by somebody who came late. */
export const alarmFrom = (changedAt: Date, firstLookAt: Date): Date =>
  new Date(Math.max(changedAt.getTime() + proofWithinMs, firstLookAt.getTime() + lookedForMs));
