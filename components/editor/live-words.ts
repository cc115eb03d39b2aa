import {
  type PlaceProof,
  type ProofState,
  proofState,
  publicPlace,
  type StoryProof,
} from "#newsroom/stories/proofs/proofs";
import { clockTime } from "../desk/when.ts";
import type { EditedPlan } from "./edited-story.ts";

/** Whole seconds until readers get it: 0 once it is due. */
export const secondsLeft = (plan: Pick<EditedPlan, "at">, now: number): number =>
  Math.max(Math.ceil((plan.at.getTime() - now) / 1000), 0);

/** "Goes live in 8 s", "Readers get the update in 8 s", and once it is due: "Going live…". */
export function countdownWords({ verb }: Pick<EditedPlan, "verb">, seconds: number): string {
  if (verb === "publish") return seconds > 0 ? `Goes live in ${seconds} s` : "Going live…";
  if (verb === "correct") return seconds > 0 ? `Readers get the correction in ${seconds} s` : "Correcting…";
  return seconds > 0 ? `Readers get the update in ${seconds} s` : "Updating…";
}

const placeWords = (place: string): string => (place === publicPlace ? "the public address" : place);

/** "the public address (no answer)" */
export const missingWords = ({ place, result }: Pick<PlaceProof, "place" | "result">): string =>
  `${placeWords(place)} (${result})`;

/** What the desk says of whether readers have it: "Live on 2 of 2 instances, 14:02:07". */
export function proofWords(proof: StoryProof, now: Date, zone: string): { state: ProofState["state"]; words: string } {
  const { state, proved, of, at, missing } = proofState(proof, now);
  const isLive = proof.expects === "live";
  const count = of > 0 ? `on ${proved} of ${of} ${of === 1 ? "instance" : "instances"}` : "at the public address";
  if (state === "proved")
    return { state, words: `${isLive ? "Live" : "Gone"} ${count}${at ? `, ${clockTime(at, zone)}` : ""}` };
  if (state === "checking")
    return { state, words: `${isLive ? "Checking that readers have it" : "Checking that it is gone"}…` };
  const places = missing.map(missingWords).join(", ");
  return { state, words: isLive ? `Readers do not have it yet at ${places}` : `Readers can still get it at ${places}` };
}
