
-- CreateEnum
CREATE TYPE "Role" AS ENUM ('contributor', 'author', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "PublicationState" AS ENUM ('unpublished', 'live', 'retracted', 'withdrawn');

-- CreateEnum
CREATE TYPE "WithdrawnHow" AS ENUM ('unpublished', 'killed', 'legal');

-- CreateEnum
CREATE TYPE "BylinePart" AS ENUM ('words', 'pictures', 'translation');

-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('published', 'submitted', 'planned', 'conflict', 'checkpoint');

-- CreateEnum
CREATE TYPE "PlanVerb" AS ENUM ('publish', 'update', 'correct', 'withdraw');

-- CreateEnum
CREATE TYPE "TagKind" AS ENUM ('topic', 'person', 'place', 'organisation', 'series');

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL DEFAULT 1,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "subject" UUID,
    "commandId" UUID,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommandResult" (
    "commandId" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "actorId" UUID,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommandResult_pkey" PRIMARY KEY ("commandId")
);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL,
    "everySeconds" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "lastStartedAt" TIMESTAMPTZ(3),
    "lastFinishedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "DemoRecord" (
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "DemoRecord_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LiveStory" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "translationGroupId" UUID NOT NULL,
    "kicker" TEXT,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT,
    "teaser" TEXT,
    "dateline" TEXT,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "sectionSlug" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3),
    "embargoUntil" TIMESTAMPTZ(3),

    CONSTRAINT "LiveStory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveStoryTag" (
    "storyId" UUID NOT NULL,
    "tagSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "embargoUntil" TIMESTAMPTZ(3),

    CONSTRAINT "LiveStoryTag_pkey" PRIMARY KEY ("storyId","tagSlug")
);

-- CreateTable
CREATE TABLE "LiveByline" (
    "storyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "profileSlug" TEXT,
    "part" "BylinePart" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "embargoUntil" TIMESTAMPTZ(3),

    CONSTRAINT "LiveByline_pkey" PRIMARY KEY ("storyId","position")
);

-- CreateTable
CREATE TABLE "LiveSection" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stories" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LiveSection_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "LiveTag" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TagKind" NOT NULL,
    "description" TEXT,
    "stories" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LiveTag_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "LiveProfile" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT,
    "stories" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LiveProfile_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "GoneAddress" (
    "language" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "status" INTEGER NOT NULL,

    CONSTRAINT "GoneAddress_pkey" PRIMARY KEY ("language","slug")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "staffId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "staffId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "tokenHash" BYTEA NOT NULL,
    "staffId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Profile" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT,
    "staffId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rate" (
    "id" UUID NOT NULL,
    "pair" TEXT NOT NULL,
    "effectiveDate" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "rate" DECIMAL(24,12) NOT NULL,
    "nominal" INTEGER NOT NULL DEFAULT 1,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateSource" (
    "source" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "succeededAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "RateSource_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Newsroom" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "languages" TEXT[],
    "authorsPublishOwn" BOOLEAN NOT NULL DEFAULT true,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Newsroom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "slugChosen" BOOLEAN NOT NULL DEFAULT false,
    "slugline" TEXT,
    "language" TEXT NOT NULL,
    "translationGroupId" UUID NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "wordCount" INTEGER NOT NULL DEFAULT 0,
    "stage" TEXT NOT NULL DEFAULT 'draft',
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "heldBecause" TEXT,
    "spikedAt" TIMESTAMPTZ(3),
    "spikedBecause" TEXT,
    "sectionId" UUID,
    "dateline" TEXT,
    "embargoUntil" TIMESTAMPTZ(3),
    "publication" "PublicationState" NOT NULL DEFAULT 'unpublished',
    "publicationAt" TIMESTAMPTZ(3),
    "withdrawnHow" "WithdrawnHow",
    "withdrawnBecause" TEXT,
    "firstPublishedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "publicUpdatedAt" TIMESTAMPTZ(3),
    "liveRevisionId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoryTag" (
    "storyId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "StoryTag_pkey" PRIMARY KEY ("storyId","tagId")
);

-- CreateTable
CREATE TABLE "StoryByline" (
    "storyId" UUID NOT NULL,
    "profileId" UUID NOT NULL,
    "part" "BylinePart" NOT NULL DEFAULT 'words',
    "position" INTEGER NOT NULL,

    CONSTRAINT "StoryByline_pkey" PRIMARY KEY ("storyId","profileId","part")
);

-- CreateTable
CREATE TABLE "StoryDocument" (
    "storyId" UUID NOT NULL,
    "state" BYTEA NOT NULL,
    "stateSeq" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StoryDocument_pkey" PRIMARY KEY ("storyId")
);

-- CreateTable
CREATE TABLE "DocumentUpdate" (
    "storyId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "writeId" UUID NOT NULL,
    "staffId" UUID,
    "update" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DocumentUpdate_pkey" PRIMARY KEY ("storyId","seq")
);

-- CreateTable
CREATE TABLE "DocumentClient" (
    "storyId" UUID NOT NULL,
    "clientId" BIGINT NOT NULL,
    "staffId" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DocumentClient_pkey" PRIMARY KEY ("storyId","clientId")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "kind" "RevisionKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "kicker" TEXT,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT,
    "teaser" TEXT,
    "body" JSONB NOT NULL,
    "columns" JSONB NOT NULL,
    "documentSeq" INTEGER NOT NULL,
    "storyVersion" INTEGER NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "verb" "PlanVerb" NOT NULL,
    "revisionId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "plannedById" UUID,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lapse" (
    "storyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lapse_pkey" PRIMARY KEY ("storyId","kind")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TagKind" NOT NULL,
    "description" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Event_position_key" ON "Event"("position");

-- CreateIndex
CREATE INDEX "Event_subject_position_idx" ON "Event"("subject", "position");

-- CreateIndex
CREATE INDEX "Event_type_position_idx" ON "Event"("type", "position");

-- CreateIndex
CREATE INDEX "LiveStory_language_publishedAt_id_idx" ON "LiveStory"("language", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "LiveStory_sectionSlug_publishedAt_id_idx" ON "LiveStory"("sectionSlug", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "LiveStory_translationGroupId_idx" ON "LiveStory"("translationGroupId");

-- CreateIndex
CREATE UNIQUE INDEX "LiveStory_language_slug_key" ON "LiveStory"("language", "slug");

-- CreateIndex
CREATE INDEX "LiveStoryTag_tagSlug_publishedAt_storyId_idx" ON "LiveStoryTag"("tagSlug", "publishedAt" DESC, "storyId");

-- CreateIndex
CREATE INDEX "LiveByline_profileSlug_publishedAt_storyId_idx" ON "LiveByline"("profileSlug", "publishedAt" DESC, "storyId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_tokenHash_key" ON "StaffSession"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSession_staffId_idx" ON "StaffSession"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_tokenHash_key" ON "PasswordLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordLink_staffId_idx" ON "PasswordLink"("staffId");

-- CreateIndex
CREATE INDEX "KnownDevice_staffId_idx" ON "KnownDevice"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "Profile_slug_key" ON "Profile"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Profile_staffId_key" ON "Profile"("staffId");

-- CreateIndex
CREATE INDEX "Rate_pair_effectiveDate_idx" ON "Rate"("pair", "effectiveDate" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Rate_pair_effectiveDate_source_key" ON "Rate"("pair", "effectiveDate", "source");

-- CreateIndex
CREATE UNIQUE INDEX "Section_slug_key" ON "Section"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Story_liveRevisionId_key" ON "Story"("liveRevisionId");

-- CreateIndex
CREATE INDEX "Story_changedAt_id_idx" ON "Story"("changedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Story_createdById_changedAt_idx" ON "Story"("createdById", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "Story_stage_changedAt_idx" ON "Story"("stage", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "Story_publication_changedAt_idx" ON "Story"("publication", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "Story_sectionId_idx" ON "Story"("sectionId");

-- CreateIndex
CREATE INDEX "Story_translationGroupId_idx" ON "Story"("translationGroupId");

-- CreateIndex
CREATE UNIQUE INDEX "Story_language_slug_key" ON "Story"("language", "slug");

-- CreateIndex
CREATE INDEX "StoryTag_tagId_idx" ON "StoryTag"("tagId");

-- CreateIndex
CREATE INDEX "StoryByline_profileId_idx" ON "StoryByline"("profileId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentUpdate_writeId_key" ON "DocumentUpdate"("writeId");

-- CreateIndex
CREATE INDEX "Revision_storyId_createdAt_idx" ON "Revision"("storyId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Revision_storyId_number_key" ON "Revision"("storyId", "number");

-- CreateIndex
CREATE INDEX "Plan_storyId_idx" ON "Plan"("storyId");

-- CreateIndex
CREATE INDEX "Lapse_at_idx" ON "Lapse"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE INDEX "Tag_name_idx" ON "Tag"("name");

-- AddForeignKey
ALTER TABLE "LiveStoryTag" ADD CONSTRAINT "LiveStoryTag_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveByline" ADD CONSTRAINT "LiveByline_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_liveRevisionId_fkey" FOREIGN KEY ("liveRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryTag" ADD CONSTRAINT "StoryTag_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryTag" ADD CONSTRAINT "StoryTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryByline" ADD CONSTRAINT "StoryByline_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryByline" ADD CONSTRAINT "StoryByline_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "Profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryDocument" ADD CONSTRAINT "StoryDocument_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentUpdate" ADD CONSTRAINT "DocumentUpdate_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "StoryDocument"("storyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentClient" ADD CONSTRAINT "DocumentClient_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "StoryDocument"("storyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;


