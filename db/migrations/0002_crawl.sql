CREATE TABLE "files" (
  "id" TEXT NOT NULL,
  "body_id" TEXT,
  "meeting_id" TEXT,
  "agenda_item_id" TEXT,
  "paper_id" TEXT,
  "name" TEXT,
  "kind" TEXT CHECK ("kind" IN ('minutes', 'invitation', 'agenda', 'notice', 'paper', 'attachment', 'result', 'other')),
  "media_type" TEXT,
  "url" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("paper_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "files_body_id" ON "files" ("body_id");

CREATE INDEX "files_meeting_id" ON "files" ("meeting_id");

CREATE INDEX "files_agenda_item_id" ON "files" ("agenda_item_id");

CREATE INDEX "files_paper_id" ON "files" ("paper_id");

CREATE INDEX "files_kind" ON "files" ("kind");

CREATE INDEX "files_url" ON "files" ("url");

CREATE TABLE "completeness" (
  "body_id" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "held" INTEGER NOT NULL,
  "published" INTEGER NOT NULL,
  "fetched" INTEGER NOT NULL,
  "parsed" INTEGER NOT NULL,
  "median_days" REAL,
  "expected" INTEGER,
  "checked_at" TEXT NOT NULL,
  PRIMARY KEY ("body_id", "year"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

ALTER TABLE "meetings" ADD COLUMN "withdrawn" INTEGER CHECK ("withdrawn" IN (0, 1));

ALTER TABLE "documents" ADD COLUMN "version" TEXT;

ALTER TABLE "documents" ADD COLUMN "evidence" TEXT;

ALTER TABLE "documents" ADD COLUMN "layout_fit" REAL;
