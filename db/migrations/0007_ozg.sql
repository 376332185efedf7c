ALTER TABLE "ozg_concepts" ADD COLUMN "aliases" TEXT;

ALTER TABLE "ozg_concepts" ADD COLUMN "source" TEXT;

ALTER TABLE "ozg_concepts" ADD COLUMN "leika" TEXT;

ALTER TABLE "statements" ADD COLUMN "speaker_function" TEXT;

CREATE TABLE "demands" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "position" INTEGER NOT NULL,
  "number" TEXT,
  "addressee" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "demands_document_id" ON "demands" ("document_id");

CREATE INDEX "demands_agenda_item_id" ON "demands" ("agenda_item_id");

CREATE INDEX "demands_rule" ON "demands" ("rule");

CREATE TABLE "document_persons" (
  "document_id" TEXT NOT NULL,
  "person_id" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('applicant', 'quoted')),
  "function" TEXT,
  PRIMARY KEY ("document_id", "person_id", "role"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "document_persons_person_id" ON "document_persons" ("person_id");

CREATE TABLE "ozg_facts" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "statement_id" TEXT,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('deadline', 'count', 'status', 'priority', 'money', 'responsible', 'begin', 'end', 'cooperation')),
  "value" TEXT,
  "unit" TEXT,
  "concept_id" TEXT,
  "stance" TEXT NOT NULL CHECK ("stance" IN ('reported', 'announced', 'demanded')),
  "stated_by" TEXT,
  "stated_as" TEXT CHECK ("stated_as" IN ('speaker', 'quoted', 'author', 'applicant')),
  "stated_on" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "sentence_start" INTEGER NOT NULL,
  "sentence_end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("concept_id") REFERENCES "ozg_concepts" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "ozg_facts_document_id" ON "ozg_facts" ("document_id");

CREATE INDEX "ozg_facts_agenda_item_id" ON "ozg_facts" ("agenda_item_id");

CREATE INDEX "ozg_facts_statement_id" ON "ozg_facts" ("statement_id");

CREATE INDEX "ozg_facts_kind" ON "ozg_facts" ("kind");

CREATE INDEX "ozg_facts_value" ON "ozg_facts" ("value");

CREATE INDEX "ozg_facts_concept_id" ON "ozg_facts" ("concept_id");

CREATE INDEX "ozg_facts_stance" ON "ozg_facts" ("stance");

CREATE INDEX "ozg_facts_stated_by" ON "ozg_facts" ("stated_by");

CREATE INDEX "ozg_facts_stated_on" ON "ozg_facts" ("stated_on");

CREATE INDEX "ozg_facts_rule" ON "ozg_facts" ("rule");
