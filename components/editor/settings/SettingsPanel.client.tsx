"use client";
import type { ReactNode } from "react";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { slugOf } from "#newsroom/kernel/slug";
import type { LeadImage } from "#newsroom/media/schema";
import { languageName } from "../../desk/words.ts";
import type { Directions, EditorActions, StoryEditorData } from "../edited-story.ts";
import { BylineField } from "./BylineField.client.tsx";
import { LeadImageField } from "./LeadImageField.client.tsx";
import { SavedArea, SavedInput } from "./SavedInput.client.tsx";
import styles from "./SettingsPanel.module.css";
import type { ColumnsState, StoryColumns } from "./story-columns.ts";
import { TagField } from "./TagField.client.tsx";
import { WorkFields } from "./WorkFields.client.tsx";

interface SettingsPanelProps {
  data: Pick<StoryEditorData, "stages" | "desks" | "colleagues" | "sections" | "profiles" | "newsroom">;
  can: { createTag: boolean };
  actions: Pick<EditorActions, "suggestTags" | "createTag">;
  columns: StoryColumns;
  state: ColumnsState;
  headline: string;
  /** Who is to file what. */
  assignments: ReactNode;
  onMove: (stage: string, note: string) => Promise<boolean>;
  onDirect: (changes: Directions) => void;
}

/** What belongs to the story beside its text. Each field saves itself. */
export function SettingsPanel({ data, can, actions, columns, state, headline, ...work }: SettingsPanelProps) {
  const { story, issues } = state;
  const disabled = !story.can.write;
  const isFixed = disabled || story.firstPublishedAt !== null;

  return (
    <div className={styles.panel}>
      <div role="status" className={styles.notice}>
        {state.notice}
      </div>
      <WorkFields data={data} story={story} onMove={work.onMove} onDirect={work.onDirect} />
      {work.assignments}
      <Field label="Section" error={issues.sectionId ?? null}>
        {(control) => (
          <Select
            {...control}
            name="section"
            disabled={disabled}
            value={story.sectionId ?? ""}
            options={[
              { value: "", label: "No section yet" },
              ...data.sections.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target }) =>
              columns.change({ sectionId: target.value || null }, { sectionId: target.value || null })
            }
          />
        )}
      </Field>
      <TagField
        tags={story.tags}
        can={can}
        actions={actions}
        disabled={disabled}
        error={issues.tagIds}
        onChange={(tags) => columns.change({ tagIds: tags.map(({ id }) => id) }, { tags })}
      />
      <BylineField
        byline={story.byline}
        profiles={data.profiles}
        disabled={disabled}
        error={issues.byline}
        onChange={(byline) =>
          columns.change({ byline: byline.map(({ profileId, part }) => ({ profileId, part })) }, { byline })
        }
      />
      <LeadImageField
        storyId={story.id}
        language={story.language}
        lead={story.leadImage}
        disabled={disabled}
        error={issues.leadImage}
        onChange={(leadImage) => columns.change({ leadImage: leadImage && chosenLead(leadImage) }, { leadImage })}
      />
      <Field label="Dateline" hint="Where it was reported" error={issues.dateline ?? null}>
        {(control) => (
          <SavedInput
            {...control}
            disabled={disabled}
            lang={story.language}
            value={story.dateline ?? ""}
            onSave={(value) => columns.change({ dateline: value.trim() || null }, { dateline: value.trim() || null })}
          />
        )}
      </Field>
      <Field label="Address" hint={addressHint(state, data.newsroom.language)} error={issues.slug ?? null}>
        {(control) => (
          <SavedInput
            {...control}
            disabled={isFixed}
            autoCapitalize="none"
            spellCheck={false}
            placeholder={slugOf(headline) ?? "follows the headline"}
            value={story.slugChosen || story.firstPublishedAt ? story.slug : ""}
            onSave={(value) => {
              const slug = slugOf(value);
              if (slug) columns.change({ slug }, { slug, slugChosen: true });
            }}
          />
        )}
      </Field>
      <Field label="Language" error={issues.language ?? null}>
        {(control) => (
          <Select
            {...control}
            disabled={isFixed}
            value={story.language}
            options={[...new Set([story.language, ...data.newsroom.languages])].map((language) => ({
              value: language,
              label: languageName(language),
            }))}
            onChange={({ target }) => columns.change({ language: target.value }, { language: target.value })}
          />
        )}
      </Field>
      <Field label="Slugline" hint="The working name in lists" error={issues.slugline ?? null}>
        {(control) => (
          <SavedInput
            {...control}
            disabled={disabled}
            value={story.slugline ?? ""}
            onSave={(value) => columns.change({ slugline: value.trim() || null }, { slugline: value.trim() || null })}
          />
        )}
      </Field>
      <Field label="Brief" hint="For who writes it; readers never get it" error={issues.brief ?? null}>
        {(control) => (
          <SavedArea
            {...control}
            disabled={disabled}
            lang={story.language}
            maxLength={4_000}
            value={story.brief ?? ""}
            onSave={(value) => columns.change({ brief: value.trim() || null }, { brief: value.trim() || null })}
          />
        )}
      </Field>
    </div>
  );
}

const chosenLead = ({ pictureId, altText, caption, credit }: LeadImage) => ({ pictureId, altText, caption, credit });

function addressHint({ story }: ColumnsState, newsroomLanguage: string): string {
  const folder = story.language === newsroomLanguage ? "/stories/" : `/${story.language}/stories/`;
  if (story.firstPublishedAt) return `${folder}${story.slug} counts for readers. To change it: ⋯, Change the address.`;
  return story.slugChosen ? `Will be ${folder}${story.slug}` : "Follows the headline until you choose one or publish.";
}
