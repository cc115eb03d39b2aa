import { type ProofState, proofState, publicPlace, type StoryProof, unlooked } from "#newsroom/stories/proofs/proofs";
import { clockTime } from "./when.ts";

const placeWords = (place: string): string => (place === publicPlace ? "the public address" : place);

/** What is said of places where it is not proved: what was found wrong, and apart from that where nobody looked. */
export function unprovedWords(isLive: boolean, places: readonly { place: string; result: string | null }[]): string[] {
  const isFound = ({ result }: { result: string | null }) => result !== null && result !== unlooked;
  const found = places.filter(isFound).map(({ place, result }) => `${placeWords(place)} (${result})`);
  const left = placesOf(places.filter((place) => place.result === unlooked));
  return [
    ...(found.length > 0
      ? [`${isLive ? "Readers do not have it at" : "Readers may still get it at"} ${found.join(", ")}`]
      : []),
    ...(left ? [`Nobody has looked whether ${isLive ? "readers have it" : "it is gone"} at ${left}`] : []),
  ];
}

const placesOf = (places: readonly { place: string }[]): string =>
  places.map(({ place }) => placeWords(place)).join(", ");

/** What the desk says of whether readers have it: "Live on 2 of 2 instances, 14:02:07". */
export function proofWords(proof: StoryProof, now: Date, zone: string): { state: ProofState["state"]; words: string } {
  const { state, proved, of, at, unproved } = proofState(proof, now);
  const isLive = proof.expects === "live";
  const count = of > 0 ? `on ${proved} of ${of} ${of === 1 ? "instance" : "instances"}` : "at the public address";
  switch (state) {
    case "proved":
      return { state, words: `${isLive ? "Live" : "Gone"} ${count}${at ? `, ${clockTime(at, zone)}` : ""}` };
    case "checking":
      return { state, words: `${isLive ? "Checking that readers have it" : "Checking that it is gone"}…` };
    case "waiting":
      return { state, words: `Not looked at yet at ${placesOf(unproved)}` };
    case "missing":
    case "unlooked":
      return { state, words: unprovedWords(isLive, unproved).join(". ") };
    default:
      return state satisfies never;
  }
}
