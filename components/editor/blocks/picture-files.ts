import { Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { dropPoint } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { uuidv7 } from "uuidv7";
import type { LibraryPicture } from "#newsroom/media/schema";
import { uploadFile } from "../../desk/pictures/upload-file.ts";
import { toast } from "../../ui/toast-manager.ts";
import { asUndoStep } from "../undo/undo-step.ts";
import { pictureAttrs } from "./picture-attrs.ts";

interface PictureFilesOptions {
  /** What is uploaded belongs to it. */
  storyId: string;
}

interface Progress {
  id: string;
  /** Where it begins to be shown; null ends it. */
  at: number | null;
  element?: HTMLElement;
}

const key = new PluginKey<DecorationSet>("pictureFiles");

/** Files of pictures that are dropped or pasted are uploaded, and stand in the text where they came to. */
export const PictureFiles = Extension.create<PictureFilesOptions>({
  name: "pictureFiles",
  // Before pasting, which leaves pictures out.
  priority: 1_150,
  addOptions: () => ({ storyId: "" }),
  addProseMirrorPlugins() {
    const { storyId } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, shown) {
            const mapped = shown.map(tr.mapping, tr.doc);
            const progress: Progress | undefined = tr.getMeta(key);
            if (!progress) return mapped;
            if (progress.at === null)
              return mapped.remove(mapped.find(undefined, undefined, ({ id }) => id === progress.id));
            const { at, element, id } = progress;
            return element ? mapped.add(tr.doc, [Decoration.widget(at, element, { id, side: -1 })]) : mapped;
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste(view, { clipboardData }) {
            const files = filesIn(clipboardData);
            // Text programs send a picture of the words along with the words.
            if (files.length === 0 || clipboardData?.getData("text/plain")) return false;
            return take(view, files, view.state.selection.from, storyId);
          },
          handleDrop(view, event) {
            const files = filesIn(event.dataTransfer);
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return files.length > 0 && at !== null && take(view, files, at.pos, storyId);
          },
        },
      }),
    ];
  },
});

const filesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

function take(view: EditorView, files: readonly File[], at: number, storyId: string): boolean {
  if (!view.editable) return false;
  void (async () => {
    for (const file of files) await upload(view, file, at, storyId);
  })();
  return true;
}

async function upload(view: EditorView, file: File, at: number, storyId: string): Promise<void> {
  const id = uuidv7();
  const element = view.dom.ownerDocument.createElement("span");
  element.className = "picture-progress";
  element.setAttribute("role", "status");
  element.textContent = `Uploading ${file.name}…`;
  const place = Math.min(at, view.state.doc.content.size);
  view.dispatch(view.state.tr.setMeta(key, { id, at: place, element } satisfies Progress));
  const onProgress = (part: number) => {
    element.textContent = part < 1 ? `Uploading ${file.name}: ${Math.round(part * 100)} %` : `Preparing ${file.name}…`;
  };
  const answer = await uploadFile(file, { id, storyId, onProgress });
  if (view.isDestroyed) return;
  const shown = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0];
  view.dispatch(view.state.tr.setMeta(key, { id, at: null } satisfies Progress));
  if (!answer.ok)
    return void toast({ tone: "danger", title: `${file.name} was not put in`, description: answer.message });
  put(view, answer.value.picture, shown?.from ?? view.state.selection.from);
}

/** Whoever types elsewhere meanwhile goes on typing there. */
function put(view: EditorView, picture: LibraryPicture, at: number): void {
  const { doc, schema } = view.state;
  const block = schema.nodeFromJSON({ type: "picture", attrs: pictureAttrs(picture) });
  const within = Math.min(at, doc.content.size);
  const place = dropPoint(doc, within, new Slice(Fragment.from(block), 0, 0)) ?? doc.content.size;
  asUndoStep(view, () => view.dispatch(view.state.tr.insert(place, block)));
  toast({ tone: "good", title: "The picture is in the text", description: "Say what it shows, and who made it." });
}
