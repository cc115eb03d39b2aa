CREATE TYPE "Severity" AS ENUM ('error', 'warning');

CREATE TABLE "HouseRule" (
    "id" UUID NOT NULL,
    "pattern" TEXT NOT NULL,
    "isPattern" BOOLEAN NOT NULL,
    "isCaseSensitive" BOOLEAN NOT NULL,
    "message" TEXT NOT NULL,
    "replacement" TEXT,
    "severity" "Severity" NOT NULL,
    "language" TEXT,
    "isOn" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "HouseRule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CheckSetting" (
    "check" TEXT NOT NULL,
    "severity" "Severity",

    CONSTRAINT "CheckSetting_pkey" PRIMARY KEY ("check")
);

CREATE TABLE "LinkVisit" (
    "address" TEXT NOT NULL,
    "wantedAt" TIMESTAMPTZ(3) NOT NULL,
    "visitedAt" TIMESTAMPTZ(3),
    "isDead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LinkVisit_pkey" PRIMARY KEY ("address")
);
CREATE INDEX "LinkVisit_wantedAt_idx" ON "LinkVisit"("wantedAt");

GRANT SELECT, INSERT, UPDATE, DELETE ON "HouseRule", "CheckSetting", "LinkVisit" TO chapar_desk;
