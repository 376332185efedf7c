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

ALTER TABLE "consultations" RENAME TO "consultations_before";

DROP INDEX "consultations_agenda_item_id";

DROP INDEX "consultations_meeting_id";

CREATE TABLE "consultations" (
  "id" TEXT NOT NULL,
  "paper_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "meeting_id" TEXT,
  "role" TEXT,
  "result" TEXT,
  "outcome" TEXT CHECK ("outcome" IN ('accepted', 'accepted_amended', 'rejected', 'noted', 'deferred', 'referred', 'withdrawn', 'settled', 'none', 'unknown')),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("paper_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "consultations_paper_id" ON "consultations" ("paper_id");

CREATE INDEX "consultations_agenda_item_id" ON "consultations" ("agenda_item_id");

CREATE INDEX "consultations_meeting_id" ON "consultations" ("meeting_id");

-- The id is the paper's and, without their common scope, the meeting's (a further item's of the same meeting: the item's).
INSERT INTO "consultations" ("id", "paper_id", "agenda_item_id", "meeting_id", "role", "outcome")
SELECT
  "paper_id" || '_' || CASE
    WHEN instr("place", substr("paper_id", 1, instr("paper_id", '_'))) = 1
    THEN substr("place", instr("paper_id", '_') + 1)
    ELSE "place"
  END,
  "paper_id", "agenda_item_id", "meeting_id", "role", "outcome"
FROM (
  SELECT *, CASE
    WHEN row_number() OVER (PARTITION BY "paper_id", "meeting_id" ORDER BY "agenda_item_id") = 1
    THEN coalesce("meeting_id", "agenda_item_id")
    ELSE "agenda_item_id"
  END AS "place"
  FROM "consultations_before"
);

UPDATE "claims" SET ("row_id", "record") = (
  SELECT "id", json_set("record", '$.id', "id") FROM "consultations"
  WHERE "paper_id" = json_extract("row_id", '$[0]') AND "agenda_item_id" = json_extract("row_id", '$[1]')
)
WHERE "table_name" = 'consultations';

DROP TABLE "consultations_before";
