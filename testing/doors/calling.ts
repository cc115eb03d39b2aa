import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { type Caller, type Door, isRole, type Outcome, type StoryKind } from "./door.ts";
import { foundDoors } from "./found-doors.ts";
import { headersOf, inRequest } from "./next-request.ts";

export const found = await foundDoors();
export const kindOf = (work: unknown) => found.find((one) => one.work === work)?.kind;
export const nameOf = (work: unknown) => found.find((one) => one.work === work)?.name ?? "a door that is none";

/** What `caller` hears at a door that is called as one of our pages would, or another site's. */
export async function called(door: Door, caller: Caller, kind: StoryKind, origin?: string): Promise<Outcome> {
  const person = await aStaff({ role: isRole(caller) ? caller : "admin" });
  if (caller === "somebody who signed out")
    await deskDb().staffSession.updateMany({ where: { staffId: person.id }, data: { endedAt: new Date() } });
  const call = await door.call(person, kind);
  const headers = await headersOf(caller === "nobody" ? null : person.token, origin);
  headers.set("x-forwarded-for", `2001:db8::${newId().slice(-4)}`);
  const phase = kindOf(door.work) === "page" ? "render" : "action";
  return outcomeOf(() => inRequest(phase, headers, call));
}

const statuses: Record<number, Outcome> = { 401: "unauthenticated", 403: "forbidden", 404: "notFound" };

/** What the caller hears, whichever of Next's and our own ways it is said in. */
export async function outcomeOf(call: () => unknown): Promise<Outcome> {
  try {
    const answer = await call();
    if (answer instanceof Response)
      return answer.ok || answer.status === 302 ? "allowed" : statusOutcome(answer.status);
    return isRefusal(answer) ? (answer.fault ?? fail(answer)) : "allowed";
  } catch (error) {
    const [kind, ...rest] = String(Reflect.get(Object(error), "digest")).split(";");
    if (kind === "NEXT_HTTP_ERROR_FALLBACK") return statusOutcome(Number(rest[0]));
    if (kind !== "NEXT_REDIRECT") throw error;
    if (rest[1]?.startsWith("/sign-in?next=")) return "unauthenticated";
    return rest[1] === "/sign-out" ? fail(error) : "allowed";
  }
}

const statusOutcome = (status: number): Outcome => statuses[status] ?? fail(status);

/** An action's refusal, or a form's state with words of refusal in it. */
const isRefusal = (answer: unknown): answer is { fault?: Outcome } =>
  typeof answer === "object" &&
  answer !== null &&
  ("ok" in answer ? answer.ok === false : "message" in answer && answer.message !== null);

function fail(what: unknown): never {
  throw new Error(`This call was to fail at nothing but the right: ${JSON.stringify(what)}`);
}
