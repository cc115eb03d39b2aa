import "server-only";
import { isDatabaseAway } from "#lib/db/away";
import { databaseAway } from "../../components/desk/notice/broken.ts";

/** For what every page of staff asks first: that the database is away reaches the browser, which learns nothing else of an error. */
export async function sayingIfAway<Value>(asking: Promise<Value>): Promise<Value> {
  try {
    return await asking;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    throw Object.assign(new Error("The database is away.", { cause: error }), { digest: databaseAway });
  }
}
