CREATE TABLE "ozg_related" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "statement_id" TEXT,
  "concept_id" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("concept_id") REFERENCES "ozg_concepts" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "ozg_related_document_id" ON "ozg_related" ("document_id");

CREATE INDEX "ozg_related_agenda_item_id" ON "ozg_related" ("agenda_item_id");

CREATE INDEX "ozg_related_statement_id" ON "ozg_related" ("statement_id");

CREATE INDEX "ozg_related_concept_id" ON "ozg_related" ("concept_id");

CREATE INDEX "ozg_related_rule" ON "ozg_related" ("rule");
