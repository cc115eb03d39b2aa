import { writeStory } from "#newsroom/stories/commands/write-story";
import { storyDocument } from "#newsroom/stories/document/document-queries";
import { jsonOf, respond } from "../../../../_request/respond.ts";

interface Context {
  params: Promise<{ id: string }>;
}

/** The story's document as it is stored, and which nodes and marks one must know to write in it (`schema`). */
export const GET = (request: Request, { params }: Context) =>
  respond(request, async (actor) => storyDocument(actor, (await params).id));

/** What somebody typed; 409 to a program whose `schema` is below the document's. Once this answers, it is committed. */
export const POST = (request: Request, { params }: Context) =>
  respond(request, async (actor) => {
    const { id } = await params;
    const write = await jsonOf<Omit<Parameters<typeof writeStory>[1], "storyId">>(request);
    return writeStory(actor, { ...write, storyId: id });
  });
