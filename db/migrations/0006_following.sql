CREATE TABLE "laws" (
  "id" TEXT NOT NULL,
  "body_id" TEXT,
  "short" TEXT NOT NULL,
  "name" TEXT,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('federal', 'state', 'european', 'contract', 'local', 'other')),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("body_id") REFERENCES "bodies" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "laws_body_id" ON "laws" ("body_id");

CREATE TABLE "tasks" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "decision_id" TEXT,
  "statement_id" TEXT,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('order', 'request', 'authorization', 'promise', 'review')),
  "charged" TEXT,
  "task" TEXT NOT NULL,
  "deadline" TEXT,
  "deadline_text" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  "double_of" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("double_of") REFERENCES "tasks" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "tasks_document_id" ON "tasks" ("document_id");

CREATE INDEX "tasks_agenda_item_id" ON "tasks" ("agenda_item_id");

CREATE INDEX "tasks_decision_id" ON "tasks" ("decision_id");

CREATE INDEX "tasks_statement_id" ON "tasks" ("statement_id");

CREATE INDEX "tasks_kind" ON "tasks" ("kind");

CREATE INDEX "tasks_deadline" ON "tasks" ("deadline");

CREATE INDEX "tasks_rule" ON "tasks" ("rule");

CREATE INDEX "tasks_double_of" ON "tasks" ("double_of");

CREATE TABLE "amounts" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "decision_id" TEXT,
  "statement_id" TEXT,
  "cents" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "kind" TEXT CHECK ("kind" IN ('cost', 'grant', 'extra', 'budget', 'revenue', 'saving', 'fee', 'price', 'contract', 'credit', 'donation', 'tax')),
  "kind_text" TEXT,
  "bound" TEXT CHECK ("bound" IN ('about', 'at_most', 'at_least')),
  "per" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  "double_of" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("double_of") REFERENCES "amounts" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "amounts_document_id" ON "amounts" ("document_id");

CREATE INDEX "amounts_agenda_item_id" ON "amounts" ("agenda_item_id");

CREATE INDEX "amounts_decision_id" ON "amounts" ("decision_id");

CREATE INDEX "amounts_statement_id" ON "amounts" ("statement_id");

CREATE INDEX "amounts_kind" ON "amounts" ("kind");

CREATE INDEX "amounts_rule" ON "amounts" ("rule");

CREATE INDEX "amounts_double_of" ON "amounts" ("double_of");

CREATE TABLE "approvals" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "decision_id" TEXT,
  "date" TEXT,
  "meeting_id" TEXT,
  "part" TEXT CHECK ("part" IN ('public', 'non_public')),
  "status" TEXT NOT NULL CHECK ("status" IN ('approved', 'approved_with_changes', 'objected')),
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "approvals_document_id" ON "approvals" ("document_id");

CREATE INDEX "approvals_agenda_item_id" ON "approvals" ("agenda_item_id");

CREATE INDEX "approvals_decision_id" ON "approvals" ("decision_id");

CREATE INDEX "approvals_date" ON "approvals" ("date");

CREATE INDEX "approvals_meeting_id" ON "approvals" ("meeting_id");

CREATE INDEX "approvals_status" ON "approvals" ("status");

CREATE INDEX "approvals_rule" ON "approvals" ("rule");

CREATE TABLE "paper_relations" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "paper_id" TEXT NOT NULL,
  "related_id" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('replaces', 'revises', 'supplements', 'amends', 'answers', 'follows')),
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("paper_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("related_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "paper_relations_document_id" ON "paper_relations" ("document_id");

CREATE INDEX "paper_relations_agenda_item_id" ON "paper_relations" ("agenda_item_id");

CREATE INDEX "paper_relations_paper_id" ON "paper_relations" ("paper_id");

CREATE INDEX "paper_relations_related_id" ON "paper_relations" ("related_id");

CREATE INDEX "paper_relations_kind" ON "paper_relations" ("kind");

CREATE INDEX "paper_relations_rule" ON "paper_relations" ("rule");

CREATE TABLE "proposals" (
  "id" TEXT NOT NULL,
  "document_id" TEXT NOT NULL,
  "agenda_item_id" TEXT,
  "paper_id" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "page" INTEGER,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("paper_id") REFERENCES "papers" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "proposals_document_id" ON "proposals" ("document_id");

CREATE INDEX "proposals_agenda_item_id" ON "proposals" ("agenda_item_id");

CREATE INDEX "proposals_paper_id" ON "proposals" ("paper_id");

CREATE INDEX "proposals_rule" ON "proposals" ("rule");

CREATE TABLE "comparisons" (
  "decision_id" TEXT NOT NULL,
  "proposal_id" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('unchanged', 'amended', 'different')),
  "similarity" REAL NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("decision_id", "proposal_id"),
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("proposal_id") REFERENCES "proposals" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "comparisons_proposal_id" ON "comparisons" ("proposal_id");

CREATE TABLE "amendments" (
  "decision_id" TEXT NOT NULL,
  "proposal_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('insert', 'delete', 'replace')),
  "proposal_start" INTEGER NOT NULL,
  "proposal_end" INTEGER NOT NULL,
  "decision_start" INTEGER NOT NULL,
  "decision_end" INTEGER NOT NULL,
  PRIMARY KEY ("decision_id", "proposal_id", "position"),
  FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("proposal_id") REFERENCES "proposals" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "amendments_proposal_id" ON "amendments" ("proposal_id");

ALTER TABLE "documents" ADD COLUMN "approval" TEXT CHECK ("approval" IN ('approved', 'approved_with_changes', 'objected'));

ALTER TABLE "citations" ADD COLUMN "law_id" TEXT REFERENCES "laws" ("id") DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX "citations_law_id" ON "citations" ("law_id");

ALTER TABLE "decisions" ADD COLUMN "resolution_start" INTEGER;

ALTER TABLE "decisions" ADD COLUMN "resolution_end" INTEGER;
