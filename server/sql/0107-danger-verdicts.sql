-- Up Migration
-- Danger has a threshold of each workspace too, and is judged like the other causes.

ALTER TABLE verdicts DROP CONSTRAINT verdicts_cause_check;
ALTER TABLE verdicts ADD CONSTRAINT verdicts_cause CHECK (cause IN ('danger', 'anger', 'threat', 'technical'));
