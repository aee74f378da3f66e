-- Up Migration
-- What the brake looks at every minute.

CREATE INDEX follow_ups_unhappy ON follow_ups (workspace_id, at) WHERE mood = 'negative' AND state = 'believed';
CREATE INDEX replies_at ON replies (workspace_id, at);
