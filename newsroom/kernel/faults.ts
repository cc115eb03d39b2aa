/** The few ways in which the newsroom says no. One table at the border turns each into a status and words. */
export type FaultKind =
  | "unauthenticated"
  | "forbidden"
  | "notFound"
  | "invalid"
  | "conflict"
  | "tooMany"
  /** More than is taken at once. */
  | "tooLarge"
  /** Of a kind that is not taken. */
  | "unsupported";

export interface Issue {
  /** Where it happened, as in a form: "headline", "body", "tags.2". Empty for the whole. */
  path: string;
  message: string;
}

export class Fault extends Error {
  override name = "Fault";
  readonly fault: FaultKind;
  readonly issues: Issue[];
  /** Facts for the one who asked: versions, ids, seconds to wait. Never secrets. */
  readonly detail: Record<string, unknown>;

  constructor(fault: FaultKind, message: string, issues: Issue[] = [], detail: Record<string, unknown> = {}) {
    super(message);
    this.fault = fault;
    this.issues = issues;
    this.detail = detail;
  }
}

export const unauthenticated = () => new Fault("unauthenticated", "Please sign in.");

export const forbidden = (why: string) => new Fault("forbidden", why);

export const notFound = (what: string) => new Fault("notFound", `There is no such ${what}.`);

export const invalid = (problem: string | Issue[]) =>
  typeof problem === "string"
    ? new Fault("invalid", problem, [{ path: "", message: problem }])
    : new Fault("invalid", problem[0]?.message ?? "This cannot be accepted.", problem);

export const conflict = (message: string, detail: Record<string, unknown> = {}) =>
  new Fault("conflict", message, [], detail);

export const tooMany = (retryAfterSeconds: number) =>
  new Fault("tooMany", "Too many tries. Please wait a little.", [], { retryAfterSeconds });
