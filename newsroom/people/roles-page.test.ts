import { expect, it } from "vitest";
import { roles } from "../kernel/actor.ts";
import { type Action, type Reach, roleTable } from "./roles.ts";

// A new action does not compile until it has words for people.
const wordsOf: Record<Action, string> = {
  "story.create": "start a story",
  "story.read": "read a story at the desk",
  "story.write": "change text, section, tags, byline",
  "story.comment": "comment on a story, edit and remove one's own comments, resolve comments",
  "comment.remove": "remove other people's comments",
  "story.take": "take up an idea",
  "story.submit": "hand a story in",
  "story.move": "move a story from stage to stage",
  "story.return": "return a story to its writer",
  "story.direct": "assign a story, set its priority, due time and desk",
  "story.refer": "refer a story to legal",
  "story.clear": "note that legal cleared a story, or is not needed",
  "story.hold": "put a story on hold, release it",
  "story.confide": "make a story confidential, name who may know of it",
  "story.publish": "publish, and update what is live",
  "story.correct": "correct a live story, with a public note",
  "story.plan": "plan a publication, cancel a plan",
  "story.unpublish": "take a live story back quietly",
  "story.readdress": "change the address of a published story",
  "story.retract": "retract a story: a notice stands in its place",
  "story.kill": "kill a story: gone at once, the address says so",
  "story.embargo": "set and lift an embargo",
  "story.spike": "spike a story: to the trash",
  "story.restore": "restore a story from the trash",
  "story.share": "show a draft to somebody outside by a link",
  "assignment.give": "give, change and withdraw assignments in a story",
  "assignment.file": "file: say that what one was asked for is there",
  "redirect.manage": "make and remove redirects",
  "picture.add": "add pictures to the library",
  "picture.describe": "change what the library says of a picture",
  "picture.remove": "remove a picture from the library",
  "front.arrange": "say what stands on the front",
  "section.manage": "make, rename, spike and restore sections",
  "tag.manage": "make, rename, merge, spike and restore tags",
  "profile.manage": "make, change and remove profiles for bylines",
  "rate.decide": "accept or refuse a rate that jumped",
  "style.manage": "change the house style and the checks before publishing",
  "workflow.manage": "name stages and desks, say which moves there are",
  "people.manage": "add people, change roles, deactivate, see who is in",
  "history.search": "search the audit trail, and export it",
  "settings.manage": "change the newsroom's settings",
  "demo.remove": "take out the demo",
};

const marks: Record<Reach, string> = {
  no: "–",
  own: "own",
  working: "own, assignments",
  named: "own, assignments, named",
  open: "not confidential",
  wide: "not closed",
  any: "yes",
};

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

const page = `# Who may do what

Made from the role table in \`newsroom/people/roles.ts\`, which policies, list filters and tests ask as well. What is not here is refused.
Do not edit: \`npx vitest run --project unit -u newsroom/people/roles-page.test.ts\` writes it anew.

${row(["", ...roles])}
${row(["---", ...roles.map(() => "---")])}
${Object.entries(roleTable)
  .map(([action, reach]) => row([wordsOf[action as Action], ...roles.map((role) => marks[reach[role]])]))
  .join("\n")}

- Authors publish, update, correct, plan, readdress and unpublish their own stories as long as the newsroom's setting \`authorsPublishOwn\` is on.
- *own*: stories that one started or is assigned to. *assignments*: stories in which one has an assignment that is not withdrawn, confidential
  or not. *named*: confidential ones in whose circle one is. *not confidential*: all three, and everybody's that is not confidential. *not
  closed*: all these, and confidential ones that name no circle.
- Of pictures, *own* are those that one uploaded. One uploaded within a confidential story is there for who may read that story.
- One files one's own assignments only; editors also those of others.
- No right reaches a story that one may not read: a confidential story with a named circle is closed to editors outside it. Admins reach all.
- Nobody publishes while a story is on hold, or legal is required and has not cleared it, whoever they are.
- Contributors and authors spike what was never published; a story that readers have had is for editors. A live one is withdrawn first.
- A link that shows a story to somebody outside works only while whoever made it could make it now.
- The last admin can be neither demoted nor deactivated. A changed role, a new password and a deactivation end the person's sessions
  at their next request.
- The program itself (jobs, the command line) may do everything: an operator or a plan asked for it.
`;

it("docs/roles.md says what the role table says", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/roles.md");
});
