CREATE TABLE "votes" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "decision_id" TEXT NOT NULL,
  "organization" TEXT,
  "person" TEXT,
  "person_id" TEXT,
  "option" TEXT NOT NULL CHECK ("option" IN ('yes', 'no', 'abstain', 'not_taking_part', 'absent')),
  "count" INTEGER,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "votes_document_id" ON "votes" ("document_id");

CREATE INDEX "votes_agenda_item_id" ON "votes" ("agenda_item_id");

CREATE INDEX "votes_decision_id" ON "votes" ("decision_id");

CREATE INDEX "votes_organization" ON "votes" ("organization");

CREATE INDEX "votes_person_id" ON "votes" ("person_id");

CREATE INDEX "votes_option" ON "votes" ("option");

CREATE INDEX "votes_rule" ON "votes" ("rule");

CREATE TABLE "candidacies" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "decision_id" TEXT,
  "candidate" TEXT NOT NULL,
  "person_id" TEXT,
  "count" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "candidacies_document_id" ON "candidacies" ("document_id");

CREATE INDEX "candidacies_agenda_item_id" ON "candidacies" ("agenda_item_id");

CREATE INDEX "candidacies_decision_id" ON "candidacies" ("decision_id");

CREATE INDEX "candidacies_candidate" ON "candidacies" ("candidate");

CREATE INDEX "candidacies_person_id" ON "candidacies" ("person_id");

CREATE INDEX "candidacies_rule" ON "candidacies" ("rule");

ALTER TABLE "decisions" ADD COLUMN "votes_not_taking_part" INTEGER;

ALTER TABLE "decisions" ADD COLUMN "votes_absent" INTEGER;

ALTER TABLE "decisions" ADD COLUMN "votes_invalid" INTEGER;

ALTER TABLE "decisions" ADD COLUMN "majority" TEXT;

ALTER TABLE "decisions" ADD COLUMN "secret" INTEGER CHECK ("secret" IN (0, 1));

ALTER TABLE "decisions" ADD COLUMN "result" TEXT;
