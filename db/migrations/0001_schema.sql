CREATE TABLE "bodies" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "ags" TEXT,
  "product" TEXT,
  "url" TEXT,
  PRIMARY KEY ("id")
) STRICT;

CREATE TABLE "organizations" (
  "id" TEXT NOT NULL,
  "body_id" TEXT,
  "name" TEXT NOT NULL,
  "classification" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "organizations_body_id" ON "organizations" ("body_id");

CREATE TABLE "meetings" (
  "id" TEXT NOT NULL,
  "body_id" TEXT,
  "organization_id" TEXT,
  "name" TEXT,
  "start" TEXT,
  "end" TEXT,
  "room" TEXT,
  "location" TEXT,
  "cancelled" INTEGER CHECK ("cancelled" IN (0, 1)),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "meetings_body_id" ON "meetings" ("body_id");

CREATE INDEX "meetings_organization_id" ON "meetings" ("organization_id");

CREATE INDEX "meetings_start" ON "meetings" ("start");

CREATE TABLE "agenda_items" (
  "id" TEXT NOT NULL,
  "meeting_id" TEXT,
  "document_id" TEXT,
  "number" TEXT,
  "position" INTEGER,
  "title" TEXT,
  "public" INTEGER NOT NULL CHECK ("public" IN (0, 1)),
  "result" TEXT,
  "outcome" TEXT CHECK ("outcome" IN ('accepted', 'accepted_amended', 'rejected', 'noted', 'deferred', 'referred', 'withdrawn', 'settled', 'none', 'unknown')),
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "agenda_items_meeting_id" ON "agenda_items" ("meeting_id");

CREATE INDEX "agenda_items_document_id" ON "agenda_items" ("document_id");

CREATE INDEX "agenda_items_outcome" ON "agenda_items" ("outcome");

CREATE TABLE "papers" (
  "id" TEXT NOT NULL,
  "body_id" TEXT,
  "reference" TEXT,
  "name" TEXT,
  "paper_type" TEXT,
  "date" TEXT,
  "originator" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "papers_body_id" ON "papers" ("body_id");

CREATE TABLE "consultations" (
  "paper_id" TEXT NOT NULL,
  "agenda_item_id" TEXT NOT NULL,
  "meeting_id" TEXT,
  "role" TEXT,
  "outcome" TEXT CHECK ("outcome" IN ('accepted', 'accepted_amended', 'rejected', 'noted', 'deferred', 'referred', 'withdrawn', 'settled', 'none', 'unknown')),
  PRIMARY KEY ("paper_id", "agenda_item_id"),
  FOREIGN KEY ("paper_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "consultations_agenda_item_id" ON "consultations" ("agenda_item_id");

CREATE INDEX "consultations_meeting_id" ON "consultations" ("meeting_id");

CREATE TABLE "persons" (
  "id" TEXT NOT NULL,
  "body_id" TEXT,
  "name" TEXT NOT NULL,
  "family_name" TEXT,
  "given_name" TEXT,
  "form_of_address" TEXT,
  "title" TEXT,
  "private" INTEGER NOT NULL CHECK ("private" IN (0, 1)),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "persons_body_id" ON "persons" ("body_id");

CREATE INDEX "persons_family_name" ON "persons" ("family_name");

CREATE TABLE "memberships" (
  "person_id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "on_behalf_of" TEXT NOT NULL,
  "start_date" TEXT NOT NULL,
  "end_date" TEXT,
  PRIMARY KEY ("person_id", "organization_id", "role", "on_behalf_of", "start_date"),
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "memberships_organization_id" ON "memberships" ("organization_id");

CREATE TABLE "attendances" (
  "meeting_id" TEXT NOT NULL,
  "person_id" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('present', 'excused', 'absent')),
  "role" TEXT,
  "on_behalf_of" TEXT,
  "from_item" TEXT,
  "until_item" TEXT,
  PRIMARY KEY ("meeting_id", "person_id"),
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "attendances_person_id" ON "attendances" ("person_id");

CREATE TABLE "documents" (
  "id" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('minutes', 'excerpt', 'agenda', 'paper', 'motion', 'press', 'calendar', 'organization', 'person', 'unknown')),
  "product" TEXT NOT NULL,
  "title" TEXT,
  "date" TEXT,
  "body_id" TEXT,
  "meeting_id" TEXT,
  "page_count" INTEGER,
  "replaces" TEXT,
  "current" INTEGER NOT NULL CHECK ("current" IN (0, 1)),
  "public" INTEGER NOT NULL CHECK ("public" IN (0, 1)),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("replaces") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "documents_kind" ON "documents" ("kind");

CREATE INDEX "documents_product" ON "documents" ("product");

CREATE INDEX "documents_date" ON "documents" ("date");

CREATE INDEX "documents_body_id" ON "documents" ("body_id");

CREATE INDEX "documents_meeting_id" ON "documents" ("meeting_id");

CREATE INDEX "documents_replaces" ON "documents" ("replaces");

CREATE TABLE "document_sources" (
  "document_id" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "retrieved_at" TEXT NOT NULL,
  "current" INTEGER NOT NULL CHECK ("current" IN (0, 1)),
  PRIMARY KEY ("document_id", "address"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "document_sources_address" ON "document_sources" ("address");

CREATE TABLE "texts" (
  "document_id" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("document_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "pages" (
  "document_id" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "number"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "document_organizations" (
  "document_id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('issuer', 'applicant', 'named')),
  PRIMARY KEY ("document_id", "organization_id", "role"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "document_organizations_organization_id" ON "document_organizations" ("organization_id");

CREATE TABLE "claims" (
  "table_name" TEXT NOT NULL,
  "row_id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "rank" INTEGER NOT NULL,
  "record" TEXT NOT NULL,
  PRIMARY KEY ("table_name", "row_id", "document_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "claims_document_id" ON "claims" ("document_id");

CREATE TABLE "statements" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "speaker" TEXT,
  "speaker_name" TEXT,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('indirect', 'continued', 'direct')),
  "cue" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "confidence" REAL NOT NULL,
  "rule" TEXT NOT NULL,
  "double_of" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("double_of") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "statements_document_id" ON "statements" ("document_id");

CREATE INDEX "statements_agenda_item_id" ON "statements" ("agenda_item_id");

CREATE INDEX "statements_speaker_name" ON "statements" ("speaker_name");

CREATE INDEX "statements_kind" ON "statements" ("kind");

CREATE INDEX "statements_rule" ON "statements" ("rule");

CREATE INDEX "statements_double_of" ON "statements" ("double_of");

CREATE TABLE "statement_speakers" (
  "statement_id" TEXT NOT NULL,
  "person_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("statement_id", "person_id"),
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "statement_speakers_person_id" ON "statement_speakers" ("person_id");

CREATE TABLE "decisions" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('accepted', 'accepted_amended', 'rejected', 'noted', 'deferred', 'referred', 'withdrawn', 'settled', 'none', 'unknown')),
  "unanimous" INTEGER CHECK ("unanimous" IN (0, 1)),
  "votes_yes" INTEGER,
  "votes_no" INTEGER,
  "votes_abstain" INTEGER,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "confidence" REAL NOT NULL,
  "rule" TEXT NOT NULL,
  "double_of" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("double_of") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "decisions_document_id" ON "decisions" ("document_id");

CREATE INDEX "decisions_agenda_item_id" ON "decisions" ("agenda_item_id");

CREATE INDEX "decisions_outcome" ON "decisions" ("outcome");

CREATE INDEX "decisions_unanimous" ON "decisions" ("unanimous");

CREATE INDEX "decisions_rule" ON "decisions" ("rule");

CREATE INDEX "decisions_double_of" ON "decisions" ("double_of");

CREATE TABLE "citations" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('paper', 'law', 'statute')),
  "text" TEXT NOT NULL,
  "normalized" TEXT NOT NULL,
  "target_id" TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("target_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "citations_document_id" ON "citations" ("document_id");

CREATE INDEX "citations_agenda_item_id" ON "citations" ("agenda_item_id");

CREATE INDEX "citations_kind" ON "citations" ("kind");

CREATE INDEX "citations_normalized" ON "citations" ("normalized");

CREATE INDEX "citations_target_id" ON "citations" ("target_id");

CREATE INDEX "citations_rule" ON "citations" ("rule");

CREATE TABLE "ozg_concepts" (
  "id" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "parent_id" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("parent_id") REFERENCES "ozg_concepts" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "ozg_mentions" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "statement_id" TEXT,
  "concept_id" TEXT NOT NULL,
  "value" TEXT,
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

CREATE INDEX "ozg_mentions_document_id" ON "ozg_mentions" ("document_id");

CREATE INDEX "ozg_mentions_agenda_item_id" ON "ozg_mentions" ("agenda_item_id");

CREATE INDEX "ozg_mentions_statement_id" ON "ozg_mentions" ("statement_id");

CREATE INDEX "ozg_mentions_concept_id" ON "ozg_mentions" ("concept_id");

CREATE INDEX "ozg_mentions_rule" ON "ozg_mentions" ("rule");

CREATE TABLE "imports" (
  "id" TEXT NOT NULL,
  "started_at" TEXT NOT NULL,
  "finished_at" TEXT,
  "inputs" TEXT NOT NULL,
  "taken" INTEGER NOT NULL,
  "unchanged" INTEGER NOT NULL,
  "replaced" INTEGER NOT NULL,
  "refused" INTEGER NOT NULL,
  PRIMARY KEY ("id")
) STRICT;

CREATE TABLE "issues" (
  "id" TEXT NOT NULL,
  "import_id" TEXT,
  "document_id" TEXT,
  "address" TEXT NOT NULL,
  "stage" TEXT NOT NULL CHECK ("stage" IN ('fetch', 'detect', 'parse', 'understand', 'store')),
  "level" TEXT NOT NULL CHECK ("level" IN ('error', 'warning')),
  "message" TEXT NOT NULL,
  "advice" TEXT NOT NULL,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("import_id") REFERENCES "imports" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "issues_import_id" ON "issues" ("import_id");

CREATE INDEX "issues_document_id" ON "issues" ("document_id");

CREATE INDEX "issues_address" ON "issues" ("address");

CREATE INDEX "issues_level" ON "issues" ("level");
