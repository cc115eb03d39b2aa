import { NextRequest } from "next/server";
import { deskDb } from "#lib/db/desk";
import { prepareBulk as prepareIt, startBulk as startBulkIt } from "#newsroom/bulk/commands";
import { places } from "#newsroom/fronts/places";
import { deskFront } from "#newsroom/fronts/queries";
import { automatic } from "#newsroom/fronts/schema";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aPictureFile } from "#newsroom/media/testing";
import { addStaff } from "#newsroom/people/commands/add-staff";
import { createProfile as createThem } from "#newsroom/people/commands/create-profile";
import { aSession, aStaff, goodPassword } from "#newsroom/people/testing";
import { pairOf } from "#newsroom/rates/schema";
import { addRedirect as addIt } from "#newsroom/redirects/commands";
import { spikeSection as spikeSectionIt } from "#newsroom/sections/trash-commands";
import { newsroomSettings } from "#newsroom/settings/queries";
import { mergeTags as mergeThem } from "#newsroom/stories/commands/merge-tags";
import { planPublication as planIt } from "#newsroom/stories/commands/plan-publication";
import { publishStory as publishIt } from "#newsroom/stories/commands/publish-story";
import { shareStory as shareIt } from "#newsroom/stories/commands/share-story";
import { spikeStory as spikeIt } from "#newsroom/stories/commands/spike-story";
import { startThread as startIt } from "#newsroom/stories/commands/start-thread";
import { deskStory } from "#newsroom/stories/queries";
import { aLibraryPicture, anAssignment, aSection, aStory, aTag, theProgram, typing } from "#newsroom/stories/testing";
import { uploadPicture as uploadIt } from "#newsroom/stories/upload-picture";
import { spikeTag as spikeTagIt } from "#newsroom/tags/trash-commands";
import { aRule } from "#newsroom/workflow/checks/testing";
import { createDesk as createIt } from "#newsroom/workflow/commands/create-desk";
import { addHouseRule } from "#newsroom/workflow/house-style/commands";
import { workflow } from "#newsroom/workflow/queries";
import { signOutHere } from "../../app/_request/sign-out.ts";
import * as setPassword from "../../app/(auth)/set-password/[token]/actions.ts";
import * as setPasswordPage from "../../app/(auth)/set-password/[token]/page.tsx";
import * as signIn from "../../app/(auth)/sign-in/actions.ts";
import * as signInPage from "../../app/(auth)/sign-in/page.tsx";
import * as signOutPage from "../../app/(auth)/sign-out/page.tsx";
import * as unmatchedPage from "../../app/(desk)/desk/[...unmatched]/page.tsx";
import * as account from "../../app/(desk)/desk/account/actions.ts";
import * as accountPage from "../../app/(desk)/desk/account/page.tsx";
import * as desk from "../../app/(desk)/desk/actions.ts";
import * as boardPage from "../../app/(desk)/desk/board/page.tsx";
import * as budgetPage from "../../app/(desk)/desk/budget/page.tsx";
import * as bulkActionPage from "../../app/(desk)/desk/bulk/[id]/page.tsx";
import * as bulk from "../../app/(desk)/desk/bulk/actions.ts";
import * as bulkPage from "../../app/(desk)/desk/bulk/page.tsx";
import * as calendarPage from "../../app/(desk)/desk/calendar/page.tsx";
import * as front from "../../app/(desk)/desk/front/actions.ts";
import * as frontDeskPage from "../../app/(desk)/desk/front/page.tsx";
import * as auditPage from "../../app/(desk)/desk/history/page.tsx";
import * as houseStyle from "../../app/(desk)/desk/house-style/actions.ts";
import * as houseStylePage from "../../app/(desk)/desk/house-style/page.tsx";
import * as notifications from "../../app/(desk)/desk/notifications/actions.ts";
import * as notificationsPage from "../../app/(desk)/desk/notifications/page.tsx";
import * as deskPage from "../../app/(desk)/desk/page.tsx";
import * as people from "../../app/(desk)/desk/people/actions.ts";
import * as peoplePage from "../../app/(desk)/desk/people/page.tsx";
import * as pictures from "../../app/(desk)/desk/pictures/actions.ts";
import * as picturesPage from "../../app/(desk)/desk/pictures/page.tsx";
import * as profiles from "../../app/(desk)/desk/profiles/actions.ts";
import * as profilesPage from "../../app/(desk)/desk/profiles/page.tsx";
import * as rates from "../../app/(desk)/desk/rates/actions.ts";
import * as ratesPage from "../../app/(desk)/desk/rates/page.tsx";
import * as redirects from "../../app/(desk)/desk/redirects/actions.ts";
import * as redirectsPage from "../../app/(desk)/desk/redirects/page.tsx";
import * as sections from "../../app/(desk)/desk/sections/actions.ts";
import * as sectionsPage from "../../app/(desk)/desk/sections/page.tsx";
import * as settings from "../../app/(desk)/desk/settings/actions.ts";
import * as settingsPage from "../../app/(desk)/desk/settings/page.tsx";
import * as workflowPage from "../../app/(desk)/desk/settings/workflow/page.tsx";
import * as story from "../../app/(desk)/desk/stories/[id]/actions.ts";
import * as historyPage from "../../app/(desk)/desk/stories/[id]/history/page.tsx";
import * as storyPage from "../../app/(desk)/desk/stories/[id]/page.tsx";
import * as previewPage from "../../app/(desk)/desk/stories/[id]/preview/page.tsx";
import * as revisionsPage from "../../app/(desk)/desk/stories/[id]/revisions/page.tsx";
import * as whoWrotePage from "../../app/(desk)/desk/stories/[id]/who-wrote-what/page.tsx";
import * as storiesPage from "../../app/(desk)/desk/stories/page.tsx";
import * as tagPage from "../../app/(desk)/desk/tags/[id]/page.tsx";
import * as tags from "../../app/(desk)/desk/tags/actions.ts";
import * as tagsPage from "../../app/(desk)/desk/tags/page.tsx";
import * as trash from "../../app/(desk)/desk/trash/actions.ts";
import * as trashPage from "../../app/(desk)/desk/trash/page.tsx";
import * as shared from "../../app/(shared)/preview/[token]/actions.ts";
import * as sharedPage from "../../app/(shared)/preview/[token]/page.tsx";
import * as sharedPicture from "../../app/(shared)/preview/[token]/pictures/[id]/[file]/route.ts";
import * as ratesHandler from "../../app/(site)/api/rates/route.ts";
import * as suggestHandler from "../../app/(site)/api/suggest/route.ts";
import * as authorFeed from "../../app/(site)/authors/[slug]/[feed]/route.ts";
import * as atomFeed from "../../app/(site)/feed.atom/route.ts";
import * as jsonFeed from "../../app/(site)/feed.json/route.ts";
import * as rssFeed from "../../app/(site)/feed.xml/route.ts";
import * as robotsFile from "../../app/(site)/robots.txt/route.ts";
import * as sectionFeed from "../../app/(site)/sections/[slug]/[feed]/route.ts";
import * as sitemapIndex from "../../app/(site)/sitemap.xml/route.ts";
import * as sitemap from "../../app/(site)/sitemaps/[file]/route.ts";
import * as tagFeed from "../../app/(site)/tags/[slug]/[feed]/route.ts";
import * as authHandler from "../../app/api/auth/[...nextauth]/route.ts";
import * as exportHandler from "../../app/api/history/export/route.ts";
import * as unseenHandler from "../../app/api/notifications/unseen/route.ts";
import * as pictureFileHandler from "../../app/api/pictures/[id]/[file]/route.ts";
import * as picturesHandler from "../../app/api/pictures/route.ts";
import * as documentHandler from "../../app/api/stories/[id]/document/route.ts";
import * as presenceHandler from "../../app/api/stories/presence/route.ts";
import { type AStory, type Door, door, storyDoor } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** On which right each door hangs, and a call in which nothing but that right can be missing. */
export const doors: Door[] = [
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
  door(sharedPage.default, "public", async () => [parametersOf({ token: await aPreview() })]),
  door(sharedPicture.GET, "public", async () => {
    const { picture } = await uploadIt(theProgram, { uploadId: newId() }, () =>
      aPictureFile({ width: 40, height: 30 }),
    );
    const { id } = picture;
    const drafted = await aStory({ leadImage: { pictureId: id, altText: "", caption: "", credit: "" } });
    const token = (await aShare(drafted)).path.replace("/preview/", "");
    return [new Request(ourSite), { params: Promise.resolve({ token, id, file: "40.webp" }) }];
  }),
  door(shared.commentFromForm, "public", async () => [
    await aPreview(),
    { quote: "", text: "", message: null, atText: null, atQuote: null },
    form({ text: "Since when?" }),
  ]),
  door(ratesHandler.GET, "public", () => [new Request(`${ourSite}/api/rates`)]),
  ...[rssFeed.GET, atomFeed.GET, jsonFeed.GET, sitemapIndex.GET, robotsFile.GET].map((get) =>
    door(get, "public", () => []),
  ),
  door(sitemap.GET, "public", () => [new Request(ourSite), parametersOf({ file: "news.xml" })]),
  door(sectionFeed.GET, "public", () => [new Request(ourSite), parametersOf({ slug: "security", feed: "feed.xml" })]),
  door(tagFeed.GET, "public", async () => [
    new Request(ourSite),
    parametersOf({ slug: (await aListedStory()).tag, feed: "feed.atom" }),
  ]),
  door(authorFeed.GET, "public", async () => [
    new Request(ourSite),
    parametersOf({ slug: (await aListedStory()).author, feed: "feed.json" }),
  ]),
  door(suggestHandler.GET, "public", () => [new Request(`${ourSite}/api/suggest?q=snow`)]),

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

  door(bulk.prepareBulk, "signed in", async ({ actor }) => [aBulk((await aStory({ by: actor })).storyId)]),
  door(bulk.startBulk, "signed in", async ({ actor }) => [await aPreparedBulk(actor)]),
  door(bulk.undoBulk, "signed in", async ({ actor }) => {
    const { bulkId } = await aPreparedBulk(actor);
    await startBulkIt(actor, { bulkId });
    await deskDb().bulkRow.updateMany({ where: { bulkId }, data: { outcome: "done", versionAfter: 2 } });
    await deskDb().bulkAction.update({ where: { id: bulkId }, data: { finishedAt: new Date() } });
    return [{ bulkId, id: newId() }];
  }),
  door(desk.newStory, "story.create", () => [newId()]),
  door(desk.pitchIdea, "story.create", () => [{ id: newId(), name: "Bread prices" }]),
  door(desk.removeDemo, "demo.remove", () => []),
  door(people.addPerson, "people.manage", () => {
    const id = newId();
    return [{ id, name: "Nurlan Osmonov", email: `${id}@chapar.test`, role: "author" as const }];
  }),
  door(people.makeLinkFor, "people.manage", async () => [await colleague()]),
  door(people.changeRoleOf, "people.manage", async () => [{ ...(await colleague()), role: "editor" as const }]),
  door(people.deactivatePerson, "people.manage", async () => [await colleague()]),
  door(people.reactivatePerson, "people.manage", async () => [await colleague({ deactivatedAt: new Date() })]),
  door(rates.acceptRate, "rate.decide", async () => [await aHeldRate()]),
  door(rates.refuseRate, "rate.decide", async () => [await aHeldRate()]),
  door(redirects.addRedirect, "redirect.manage", () => {
    const id = newId();
    return [{ id, from: `/old/${id}`, to: "/" }];
  }),
  door(redirects.removeRedirect, "redirect.manage", async () => {
    const id = newId();
    await addIt(theProgram, { id, from: `/old/${id}`, to: "/" });
    return [{ redirectId: id }];
  }),
  door(front.arrangeFront, "front.arrange", async () => [
    { version: (await deskFront(theProgram)).version, slots: places.map(() => automatic) },
  ]),
  door(front.storiesForFront, "front.arrange", () => ["ura"]),
  door(sections.createSection, "section.manage", () => {
    const id = newId();
    return [{ id, name: `Section ${id}` }];
  }),
  door(houseStyle.addHouseRule, "style.manage", () => [aRule({ id: newId() })]),
  door(houseStyle.changeHouseRule, "style.manage", async () => [
    { ruleId: await aHouseRule(), version: 1, changes: { isOn: false } },
  ]),
  door(houseStyle.removeHouseRule, "style.manage", async () => [{ ruleId: await aHouseRule() }]),
  door(houseStyle.setCheck, "style.manage", () => [{ check: "names" as const, severity: "off" as const }]),
  door(sections.renameSection, "section.manage", async () => [
    { sectionId: await aSection(`Section ${newId()}`), version: 1, name: "Energy" },
  ]),
  door(tags.createTag, "tag.manage", () => [
    { id: newId(), name: "Uranium", kind: "topic" as const, askIfNear: false },
  ]),
  door(tags.changeTag, "tag.manage", async () => [
    { tagId: await aNewTag(), version: 1, changes: { kind: "place" as const } },
  ]),
  door(tags.keepTagsApart, "tag.manage", async () => [await nearTags()]),
  door(tags.suggestTags, "signed in", () => ["ura"]),
  door(tags.previewMerge, "tag.manage", async () => [await aMerge()]),
  door(tags.mergeTags, "tag.manage", async () => [await aMerge()]),
  door(tags.undoTagMerge, "tag.manage", async () => [await mergeThem(theProgram, await aMerge())]),
  door(profiles.createProfile, "profile.manage", () => [{ id: newId(), name: "Aigul Sadykova" }]),
  door(profiles.removeProfile, "profile.manage", async () => {
    const profileId = newId();
    await createThem(theProgram, { id: profileId, name: "Aigul Sadykova" });
    return [{ profileId, version: 1 }];
  }),
  door(profiles.changeProfile, "profile.manage", async () => {
    const profileId = newId();
    await createThem(theProgram, { id: profileId, name: "Aigul Sadykova" });
    return [{ profileId, version: 1, changes: { bio: "Writes about water." } }];
  }),
  door(pictures.describePicture, "picture.describe", async ({ actor }) => [
    { pictureId: await aLibraryPicture(actor), version: 1, changes: { altText: "Lorries in snow" } },
  ]),
  door(pictures.removePicture, "picture.remove", async ({ actor }) => [
    { pictureId: await aLibraryPicture(actor), version: 1 },
  ]),
  door(trash.restorePicture, "picture.remove", async ({ actor }) => [{ pictureId: await aLibraryPicture(actor) }]),
  door(pictures.restorePicture, "picture.remove", async ({ actor }) => [{ pictureId: await aLibraryPicture(actor) }]),
  door(picturesHandler.GET, "signed in", () => [new Request(`${ourSite}/api/pictures`)]),
  door(picturesHandler.POST, "picture.add", async () => [
    new Request(`${ourSite}/api/pictures?id=${newId()}`, {
      method: "POST",
      body: new Blob([new Uint8Array(await aPictureFile({ width: 40, height: 30 }))]),
    }),
  ]),
  door(pictureFileHandler.GET, "signed in", async ({ actor }) => {
    const { picture } = await uploadIt(actor, { uploadId: newId() }, () => aPictureFile({ width: 40, height: 30 }));
    return [
      new Request(`${ourSite}/api/pictures/${picture.id}/40.webp`),
      { params: Promise.resolve({ id: picture.id, file: "40.webp" }) },
    ];
  }),
  door(settings.changeSettings, "settings.manage", async () => [
    { version: (await newsroomSettings()).version, changes: { name: "The Test Paper" } },
  ]),

  door(story.createTag, "tag.manage", () => [{ id: newId(), name: "Uranium", askIfNear: false }]),
  door(story.suggestTags, "signed in", () => ["ura"]),
  storyDoor(story.readStory, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.readFindings, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.setEmbargo, "story.embargo", ({ storyId, version }) => [
    { storyId, version, until: new Date(Date.now() + 60_000).toISOString() },
  ]),
  storyDoor(story.shareStory, "story.share", (at) => [
    { ...at, recipient: "A lawyer", days: 1, mayComment: false, follows: true },
  ]),
  storyDoor(story.readShares, "story.share", ({ storyId }) => [storyId]),
  storyDoor(story.revokeShare, "story.share", async (at) => [{ shareId: (await aShare(at)).shareId }]),
  storyDoor(story.readAssignments, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.giveAssignment, "assignment.give", async ({ storyId }) => [
    { id: newId(), storyId, staffId: (await aStaff()).id, kind: "pictures" as const, brief: "", dueAt: null },
  ]),
  storyDoor(story.changeAssignment, "assignment.give", async ({ storyId }) => [
    { ...(await assigned(storyId)), changes: { kind: "video" as const, brief: "", dueAt: null } },
  ]),
  storyDoor(story.withdrawAssignment, "assignment.give", async ({ storyId }) => [await assigned(storyId)]),
  // One's own lets one in, whosever the story is; another's is for editors, wherever they read.
  door(story.fileAssignment, "assignment.file", async ({ id }) => [
    await assigned((await aStory({ confidential: true })).storyId, id),
  ]),
  door(
    story.fileAssignment,
    "assignment.give",
    async () => [await assigned((await aStory({ confidential: true })).storyId)],
    "notFound",
  ),
  storyDoor(story.readThreads, "story.read", ({ storyId }) => [storyId]),
  door(settings.changeWorkflow, "workflow.manage", async () => [await theWorkflow()]),
  door(settings.createDesk, "workflow.manage", () => [aDesk()]),
  door(settings.renameDesk, "workflow.manage", async () => [{ ...(await madeDesk()), name: newId() }]),
  door(settings.removeDesk, "workflow.manage", async () => [{ ...(await madeDesk()), successorId: null }]),
  storyDoor(story.readPeopleToMention, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.seeMentions, "story.read", ({ storyId }) => [{ storyId }]),
  storyDoor(story.startThread, "story.comment", ({ storyId }) => [aThread(storyId)]),
  storyDoor(story.replyToThread, "story.comment", async ({ storyId }) => [
    { threadId: await startedThread(storyId), commentId: newId(), text: "Yes." },
  ]),
  storyDoor(story.resolveThread, "story.comment", async ({ storyId }) => [
    { threadId: await startedThread(storyId), version: 1 },
  ]),
  storyDoor(story.reopenThread, "story.comment", async ({ storyId }) => {
    const threadId = await startedThread(storyId);
    await deskDb().commentThread.update({ where: { id: threadId }, data: { resolvedAt: new Date() } });
    return [{ threadId, version: 1 }];
  }),
  storyDoor(story.editComment, "story.comment", async ({ storyId }, { id }) => [
    { ...(await aComment(storyId, id)), text: "How many now?" },
  ]),
  storyDoor(story.removeComment, "story.comment", async ({ storyId }, { id }) => [await aComment(storyId, id)]),
  storyDoor(story.removeComment, "comment.remove", async ({ storyId }) => [
    await aComment(storyId, (await aStaff()).actor.id),
  ]),
  storyDoor(story.readPutAside, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.seePutAside, "story.read", ({ storyId }) => [{ storyId, upTo: new Date().toISOString() }]),
  storyDoor(story.readWritersSince, "story.read", ({ storyId }) => [{ storyId, seq: 0 }]),
  storyDoor(story.nameRevision, "story.write", (draft) => [{ ...draft, name: "Before the lawyers" }]),
  storyDoor(story.recordRestore, "story.write", ({ storyId, seq }) => [
    { storyId, seq, revisionId: newId(), revisionAt: new Date().toISOString() },
  ]),
  storyDoor(story.changeStory, "story.write", ({ storyId, version }) => [
    { storyId, version, changes: { dateline: "Osh" } },
  ]),
  storyDoor(story.takeIdea, "story.take", async ({ storyId, version }) => {
    await deskDb().story.update({ where: { id: storyId }, data: { stage: "idea" } });
    return [{ storyId, version }];
  }),
  storyDoor(story.submitStory, "story.submit", ({ storyId, version }) => [{ storyId, version }]),
  storyDoor(story.moveStory, "story.move", ({ storyId, version }) => [{ storyId, version, stage: "copy" }]),
  storyDoor(story.returnStory, "story.return", async ({ storyId, version }) => {
    await deskDb().story.update({ where: { id: storyId }, data: { stage: "edit" } });
    return [{ storyId, version, reason: "Who says so?" }];
  }),
  storyDoor(story.directStory, "story.direct", ({ storyId, version }) => [
    { storyId, version, changes: { priority: "high" as const } },
  ]),
  storyDoor(story.referStory, "story.refer", ({ storyId, version }) => [{ storyId, version }]),
  storyDoor(story.clearStory, "story.clear", ({ storyId, version }) => [{ storyId, version, as: "cleared" as const }]),
  storyDoor(story.holdStory, "story.hold", ({ storyId, version }) => [{ storyId, version, reason: "A call is out." }]),
  storyDoor(story.releaseStory, "story.hold", async ({ storyId, version }) => {
    await deskDb().story.update({ where: { id: storyId }, data: { heldBecause: "A call is out." } });
    return [{ storyId, version }];
  }),
  storyDoor(story.confideStory, "story.confide", ({ storyId, version }) => [
    { storyId, version, confidential: true, circle: [] },
  ]),
  storyDoor(story.publishStory, "story.publish", (draft) => [draft]),
  storyDoor(story.correctStory, "story.correct", async (draft) => [
    { ...(await live(draft)), seq: draft.seq, ...correction },
  ]),
  storyDoor(story.retractStory, "story.retract", async (draft) => [{ ...(await live(draft)), notice: "It is false." }]),
  storyDoor(story.readdressStory, "story.readdress", async (draft) => [
    { ...(await live(draft)), slug: `moved-${newId()}` },
  ]),
  storyDoor(story.unpublishStory, "story.unpublish", async (draft) => [await live(draft)]),
  storyDoor(story.killStory, "story.kill", async (draft) => [
    { ...(await live(draft)), reason: "It is false.", legal: false },
  ]),
  storyDoor(story.spikeStory, "story.spike", ({ storyId, version }) => [{ storyId, version, reason: "Twice." }]),
  storyDoor(trash.unspikeStory, "story.restore", async (draft) => [await spiked(draft)]),
  door(trash.spikeTag, "tag.manage", async () => [await aTagToSpike()]),
  door(trash.unspikeTag, "tag.manage", async () => {
    const tag = await aTagToSpike();
    return [{ tagId: tag.tagId, ...(await spikeTagIt(theProgram, tag)) }];
  }),
  door(trash.spikeSection, "section.manage", async () => [await aSectionToSpike()]),
  door(trash.unspikeSection, "section.manage", async () => {
    const section = await aSectionToSpike();
    return [{ sectionId: section.sectionId, ...(await spikeSectionIt(theProgram, section)) }];
  }),
  storyDoor(story.planPublication, "story.plan", (draft) => [{ ...draft, ...tomorrow() }]),
  storyDoor(story.planCorrection, "story.correct", async (draft) => [
    { ...(await live(draft)), seq: draft.seq, ...correction, ...tomorrow() },
  ]),
  storyDoor(story.planWithdrawal, "story.unpublish", async (draft) => [{ ...(await live(draft)), ...tomorrow() }]),
  storyDoor(story.cancelPlan, "story.plan", async (draft) => [await aPlan(draft)]),
  door(exportHandler.POST, "history.search", () => [post("/api/history/export", "")]),
  door(presenceHandler.GET, "signed in", async () => [new Request(`${ourSite}/api/stories/presence?ids=${newId()}`)]),
  storyDoor(documentHandler.GET, "story.read", ({ storyId: id }) => [
    new Request(`${ourSite}${document(id)}`),
    parametersOf({ id }),
  ]),
  storyDoor(documentHandler.POST, "story.write", async ({ storyId: id }) => [
    post(document(id), JSON.stringify(await typing(id, "For three days."))),
    parametersOf({ id }),
  ]),

  door(signInPage.default, "public", () => [searched]),
  door(signOutPage.default, "public", () => []),
  door(setPasswordPage.default, "public", async () => [parametersOf({ token: await anInvitation() })]),
  door(deskPage.default, "signed in", () => []),
  door(storiesPage.default, "signed in", () => [searched]),
  door(boardPage.default, "signed in", () => [searched]),
  door(calendarPage.default, "signed in", () => [searched]),
  door(budgetPage.default, "signed in", () => [searched]),
  door(bulkPage.default, "signed in", () => []),
  door(bulkActionPage.default, "signed in", async ({ actor }) => [
    { ...parametersOf({ id: (await aPreparedBulk(actor)).bulkId }), ...searched },
  ]),
  door(auditPage.default, "history.search", () => [searched]),
  door(trashPage.default, "signed in", () => [searched]),
  door(picturesPage.default, "signed in", () => [searched]),
  door(notificationsPage.default, "signed in", () => [searched]),
  door(accountPage.default, "signed in", () => []),
  door(peoplePage.default, "people.manage", () => []),
  door(settingsPage.default, "settings.manage", () => []),
  door(houseStylePage.default, "style.manage", () => []),
  door(workflowPage.default, "workflow.manage", () => []),
  door(redirectsPage.default, "redirect.manage", () => [searched]),
  door(frontDeskPage.default, "front.arrange", () => []),
  door(sectionsPage.default, "section.manage", () => []),
  door(tagsPage.default, "tag.manage", () => [searched]),
  door(tagPage.default, "tag.manage", async () => [parametersOf({ id: await aNewTag() })]),
  door(profilesPage.default, "profile.manage", () => []),
  door(ratesPage.default, "rate.decide", () => []),
  storyDoor(storyPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(storyPage.generateMetadata, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(revisionsPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(historyPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(whoWrotePage.default, "story.read", ({ storyId: id }) => [parametersOf({ id })]),
  storyDoor(previewPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
];

/** Answer 404 to whoever is signed in: there is nothing behind them. */
export const withNothingBehind = [unmatchedPage.default];

const aNewTag = () => aTag(`Tag ${newId()}`);
const aMerge = async () => ({ tagId: await aNewTag(), version: 1, intoId: await aNewTag() });
const nearTags = async () => {
  const name = `Tag ${newId()}`;
  return { tagId: await aTag(name), otherId: await aTag(`${name} x`) };
};

const assigned = async (storyId: string, staffId?: string) => ({
  assignmentId: await anAssignment({ storyId, staffId: staffId ?? (await aStaff()).id }),
  version: 1,
});

const live = async ({ storyId, version, seq }: AStory) => {
  await publishIt(theProgram, { storyId, version, seq });
  return at(storyId);
};
const aBulk = (storyId: string) => ({
  id: newId(),
  task: { verb: "spike" as const, argument: "Twice." },
  selection: { ids: [storyId] },
});
const aPreparedBulk = async (actor: StaffActor) => {
  const { bulkId } = await prepareIt(actor, aBulk((await aStory({ by: actor })).storyId));
  return { bulkId };
};
const spiked = async ({ storyId, version }: AStory) => ({
  storyId,
  version: (await spikeIt(theProgram, { storyId, version, reason: "Twice." })).version,
});
const aTagToSpike = async () => ({ tagId: await aTag(`Tag ${newId()}`), version: 1, reason: "Twice." });
const aSectionToSpike = async () => ({ sectionId: await aSection(`Section ${newId()}`), version: 1, reason: "Twice." });
const at = async (storyId: string) => ({ storyId, version: (await deskStory(theProgram, storyId)).version });
const correction = { kind: "typo" as const, note: "", place: "top" as const, isPublic: true };
const tomorrow = () => ({ at: new Date(Date.now() + 86_400_000).toISOString(), zone: "Asia/Bishkek" });

async function aPlan({ storyId, version, seq }: AStory) {
  const { planId } = await planIt(theProgram, { storyId, version, seq, ...tomorrow() });
  return { planId };
}

const aThread = (storyId: string) => ({
  storyId,
  threadId: newId(),
  commentId: newId(),
  quote: "Lorries wait",
  isAnchored: true,
  text: "How many?",
});

async function startedThread(storyId: string): Promise<string> {
  const thread = aThread(storyId);
  await startIt((await aStaff({ role: "editor" })).actor, thread);
  return thread.threadId;
}

/** Said by whoever it is, whatever they may do. */
async function aComment(storyId: string, staffId: string) {
  const threadId = await startedThread(storyId);
  const comment = { id: newId(), threadId, staffId, text: "How many?", createdAt: new Date() };
  await deskDb().comment.create({ data: comment });
  return { commentId: comment.id, version: 1 };
}

async function aHeldRate() {
  const rateId = newId();
  const effectiveDate = new Date("2026-09-30");
  const [pair, source] = [pairOf("KGS"), "currency-api"];
  await deskDb().rate.create({
    data: { id: rateId, pair, source, effectiveDate, hash: rateId, rate: "0.02", fetchedAt: new Date() },
  });
  return { rateId };
}

async function aHouseRule() {
  const rule = aRule({ id: newId() });
  await addHouseRule(theProgram, rule);
  return rule.id;
}

const aShare = ({ storyId, version, seq }: AStory) =>
  shareIt(theProgram, { storyId, version, seq, recipient: "A lawyer", days: 1, mayComment: true, follows: true });

async function aPreview(): Promise<string> {
  const { path } = await aShare(await aStory());
  return path.replace("/preview/", "");
}

const theWorkflow = async () => {
  const { version, stages } = await workflow(theProgram);
  return { version, stages: stages.map(({ stories: _stories, ...stage }) => stage), successors: {} };
};

const aDesk = () => {
  const id = newId();
  return { id, name: `Desk ${id}` };
};

async function madeDesk() {
  const { id } = await createIt(theProgram, aDesk());
  return { deskId: id, version: 1 };
}

const colleague = async (state: Parameters<typeof aStaff>[0] = {}) => {
  const { id, version } = await aStaff(state);
  return { staffId: id, version };
};

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

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

const post = (path: string, body: string) =>
  new NextRequest(`${ourSite}${path}`, { method: "POST", body, headers: { "content-length": String(body.length) } });
const parametersOf = <Parameters>(params: Parameters) => ({ params: Promise.resolve(params) });
const searched = { searchParams: Promise.resolve({}) };
const next = (...nextauth: string[]) => parametersOf({ nextauth });
const document = (id: string) => `/api/stories/${id}/document`;

/** A live story's tag and author, by their addresses. */
async function aListedStory(): Promise<{ tag: string; author: string }> {
  const name = `Listed ${newId()}`;
  const profileId = newId();
  const { slug: author } = await createThem(theProgram, { id: profileId, name });
  const tagId = await aTag(name);
  await publishIt(theProgram, await aStory({ tagIds: [tagId], byline: [{ profileId }] }));
  const { slug: tag } = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId }, select: { slug: true } });
  return { tag, author };
}
