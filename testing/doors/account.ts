import { NextRequest } from "next/server";
import { newId } from "#newsroom/kernel/ids";
import { addStaff } from "#newsroom/people/commands/add-staff";
import { aSession, aStaff, goodPassword } from "#newsroom/people/testing";
import { theProgram } from "#newsroom/stories/testing";
import { signOutHere } from "../../app/_request/sign-out.ts";
import * as setPassword from "../../app/(auth)/set-password/[token]/actions.ts";
import * as setPasswordPage from "../../app/(auth)/set-password/[token]/page.tsx";
import * as signIn from "../../app/(auth)/sign-in/actions.ts";
import * as signInPage from "../../app/(auth)/sign-in/page.tsx";
import * as signOutPage from "../../app/(auth)/sign-out/page.tsx";
import * as account from "../../app/(desk)/desk/account/actions.ts";
import * as accountPage from "../../app/(desk)/desk/account/page.tsx";
import * as notifications from "../../app/(desk)/desk/notifications/actions.ts";
import * as notificationsPage from "../../app/(desk)/desk/notifications/page.tsx";
import * as authHandler from "../../app/api/auth/[...nextauth]/route.ts";
import * as unseenHandler from "../../app/api/notifications/unseen/route.ts";
import { form, parametersOf, post, searched } from "./asked.ts";
import { type Door, door } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** Of signing in, and of what is one's own. */
export const accountDoors: Door[] = [
  door(signIn.signInFromForm, "public", async () => {
    const { email } = await aStaff();
    return [{ email: "", message: null, tries: 0 }, form({ email, password: goodPassword })];
  }),
  door(setPassword.setPasswordFromForm, "public", async () => [
    await anInvitation(),
    { message: null, issues: {} },
    form({ password: goodPassword, again: goodPassword }),
  ]),
  door(signOutHere, "public", () => []),
  door(authHandler.GET, "public", () => [new NextRequest(`${ourSite}/api/auth/session`), next("session")]),
  door(authHandler.POST, "public", () => [post("/api/auth/signout", "{}"), next("signout")]),
  door(account.endOwnSession, "signed in", async ({ id }) => [{ sessionId: (await aSession(id)).id }]),
  door(
    account.endOwnSession,
    "people.manage",
    async () => [{ sessionId: (await aStaff()).actor.sessionId }],
    "notFound",
  ),
  door(account.changeOwn, "signed in", () => [{ current: goodPassword, password: "velvet harbour nine geese" }]),
  door(notifications.seeNotifications, "signed in", () => [{ upTo: new Date().toISOString() }]),
  door(notifications.chooseNotifications, "signed in", () => [
    { kind: "mention" as const, isShown: true, isMailed: false },
  ]),
  door(unseenHandler.GET, "signed in", () => [new Request(`${ourSite}/api/notifications/unseen`)]),
  door(signInPage.default, "public", () => [searched]),
  door(signOutPage.default, "public", () => []),
  door(setPasswordPage.default, "public", async () => [parametersOf({ token: await anInvitation() })]),
  door(notificationsPage.default, "signed in", () => [searched]),
  door(accountPage.default, "signed in", () => []),
];

async function anInvitation(): Promise<string> {
  const id = newId();
  const { link } = await addStaff(theProgram, {
    id,
    name: "Nurlan Osmonov",
    email: `${id}@chapar.test`,
    role: "author",
  });
  if (!link) throw new Error("nobody was asked in");
  return link.path.replace("/set-password/", "");
}

const next = (...nextauth: string[]) => parametersOf({ nextauth });
