ALTER TABLE "persons" ADD COLUMN "gender" TEXT CHECK ("gender" IN ('f', 'm'));

ALTER TABLE "persons" ADD COLUMN "same_as" TEXT REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX "persons_same_as" ON "persons" ("same_as");

ALTER TABLE "memberships" ADD COLUMN "first_seen" TEXT;

ALTER TABLE "memberships" ADD COLUMN "last_seen" TEXT;

ALTER TABLE "statements" ADD COLUMN "speaker_note" TEXT CHECK ("speaker_note" IN ('unsicher', 'mehrere Personen dieses Namens', 'nur die Rolle genannt', 'keine Person', 'privat'));

ALTER TABLE "statements" ADD COLUMN "speaker_start" INTEGER;

ALTER TABLE "statements" ADD COLUMN "speaker_end" INTEGER;

ALTER TABLE "statements" ADD COLUMN "addressee" TEXT;

ALTER TABLE "statements" ADD COLUMN "evidence" TEXT;

ALTER TABLE "statements" ADD COLUMN "evidence_start" INTEGER;

ALTER TABLE "statements" ADD COLUMN "evidence_end" INTEGER;

CREATE INDEX "statements_speaker_note" ON "statements" ("speaker_note");

ALTER TABLE "statement_speakers" ADD COLUMN "role" TEXT;

ALTER TABLE "statement_speakers" ADD COLUMN "on_behalf_of" TEXT;

CREATE TABLE "statement_addressees" (
  "statement_id" TEXT NOT NULL,
  "person_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("statement_id", "person_id"),
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("person_id") REFERENCES "persons" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX "statement_addressees_person_id" ON "statement_addressees" ("person_id");
