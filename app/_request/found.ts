import "server-only";
import { notFound } from "next/navigation";
import { Fault } from "#newsroom/kernel/faults";

/** For pages: what was looked for, or the page that says that there is no such thing. */
export async function found<Value>(looking: Promise<Value>): Promise<Value> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Fault && error.fault === "notFound") notFound();
    throw error;
  }
}
