-- Up Migration
-- A weekly board of points, by the language of the posts, of who chose to be listed.

ALTER TABLE points ADD COLUMN week date;
ALTER TABLE points ADD COLUMN lang text;
UPDATE points SET week = day + 1 - (extract(isodow FROM day + 1)::integer - 1);
CREATE INDEX points_of_week ON points (workspace_id, week, lang) INCLUDE (member_id, points) WHERE points > 0;
COMMENT ON COLUMN points.week IS 'The Monday of the week in which it was written, in the workspace''s calendar: a line counts in one week, while that lasts.';
COMMENT ON COLUMN points.lang IS 'The language of the post; null where that is not known, and of lines from before boards.';

ALTER TABLE members ADD COLUMN on_board boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN members.on_board IS 'Whether they chose to be listed on the weekly board.';
