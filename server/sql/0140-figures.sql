-- Up Migration
-- Figures that outlive the posts they were counted from.

CREATE TABLE figures_until (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  revision bigint NOT NULL,
  writes bigint NOT NULL DEFAULT 0,
  lists bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE figures_until IS 'How far the mentions have been counted for the figures.';
COMMENT ON COLUMN figures_until.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN figures_until.revision IS 'All changes of mentions up to this revision are counted.';
COMMENT ON COLUMN figures_until.writes IS 'Rises whenever something is counted: who reads figures in several statements sees by it that they belong together.';
COMMENT ON COLUMN figures_until.lists IS 'The revision of the keyword lists of which keyword_labels was made.';

CREATE TABLE keyword_labels (
  workspace_id text NOT NULL,
  label text NOT NULL,
  list_id text NOT NULL,
  PRIMARY KEY (workspace_id, label, list_id)
);
COMMENT ON TABLE keyword_labels IS 'Which lists have a keyword of that label.';
COMMENT ON COLUMN keyword_labels.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN keyword_labels.label IS 'What the keyword is called on the posts that it found.';
COMMENT ON COLUMN keyword_labels.list_id IS 'The list that has it.';

CREATE TABLE figure_posts (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  day date NOT NULL,
  hour smallint NOT NULL,
  site text NOT NULL,
  language text NOT NULL,
  lists text[] NOT NULL,
  labels text[] NOT NULL,
  route text NOT NULL,
  kind text NOT NULL,
  place text NOT NULL,
  asked_at timestamptz NOT NULL,
  answer_ms bigint,
  by_community boolean NOT NULL,
  item text,
  takes integer NOT NULL,
  given_back integer NOT NULL,
  ran_out integer NOT NULL,
  rightly_sent smallint NOT NULL,
  wrongly_sent smallint NOT NULL,
  missed smallint NOT NULL,
  look text,
  thanked boolean NOT NULL,
  still_broken boolean NOT NULL,
  PRIMARY KEY (workspace_id, mention_id)
);
CREATE INDEX figure_posts_waiting ON figure_posts (workspace_id, asked_at) WHERE place IN ('neverTaken', 'inWork', 'putDown');
COMMENT ON TABLE figure_posts IS 'What was last counted of each mention: no words, and nobody. The row goes with its mention, what was counted stays.';
COMMENT ON COLUMN figure_posts.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN figure_posts.mention_id IS 'Of which mention.';
COMMENT ON COLUMN figure_posts.day IS 'The day on which it was first seen, in the workspace''s calendar.';
COMMENT ON COLUMN figure_posts.hour IS 'The hour of that day.';
COMMENT ON COLUMN figure_posts.site IS 'The social site.';
COMMENT ON COLUMN figure_posts.language IS 'The language of the post, as triage read it.';
COMMENT ON COLUMN figure_posts.lists IS 'Keyword lists by which it was found.';
COMMENT ON COLUMN figure_posts.labels IS 'Labels of the keywords that found it.';
COMMENT ON COLUMN figure_posts.route IS 'Who is to answer it.';
COMMENT ON COLUMN figure_posts.kind IS 'What it asks for.';
COMMENT ON COLUMN figure_posts.place IS 'answered, or where it is lost or waits, see lib/schema/period-figures.ts.';
COMMENT ON COLUMN figure_posts.asked_at IS 'When it was posted, as far as that is known, else first seen.';
COMMENT ON COLUMN figure_posts.answer_ms IS 'From then to the first answer; null while there is none.';
COMMENT ON COLUMN figure_posts.by_community IS 'Whether that was given by a member who does not speak for the brand.';
COMMENT ON COLUMN figure_posts.item IS 'The answer on record that the answer began as.';
COMMENT ON COLUMN figure_posts.takes IS 'How often somebody took it.';
COMMENT ON COLUMN figure_posts.given_back IS 'How often it was given back.';
COMMENT ON COLUMN figure_posts.ran_out IS 'How often a claim of it ran out.';
COMMENT ON COLUMN figure_posts.rightly_sent IS 'Causes for which triage sent it to staff, rightly.';
COMMENT ON COLUMN figure_posts.wrongly_sent IS 'Causes for which triage sent it to staff, wrongly.';
COMMENT ON COLUMN figure_posts.missed IS 'Causes for which triage should have sent it to staff.';
COMMENT ON COLUMN figure_posts.look IS 'What a second look found of the answer; null while there was none.';
COMMENT ON COLUMN figure_posts.thanked IS 'Whether its author gave thanks for the answer.';
COMMENT ON COLUMN figure_posts.still_broken IS 'Whether its author wrote below the answer and was unhappy.';

CREATE TABLE figures (
  workspace_id text NOT NULL,
  dimension text NOT NULL,
  span text NOT NULL,
  starts date NOT NULL,
  value text NOT NULL,
  seen integer NOT NULL,
  needed integer NOT NULL,
  claimed integer NOT NULL,
  answered integer NOT NULL,
  by_community integer NOT NULL,
  within_2h integer NOT NULL,
  within_24h integer NOT NULL,
  takes integer NOT NULL,
  given_back integer NOT NULL,
  ran_out integer NOT NULL,
  rightly_sent integer NOT NULL,
  wrongly_sent integer NOT NULL,
  missed integer NOT NULL,
  helpful integer NOT NULL,
  somewhat integer NOT NULL,
  no_help integer NOT NULL,
  found_wrong integer NOT NULL,
  thanked integer NOT NULL,
  still_broken integer NOT NULL,
  liked integer NOT NULL,
  no_answer_expected integer NOT NULL,
  not_about_us integer NOT NULL,
  no_answer_needed integer NOT NULL,
  already_answered integer NOT NULL,
  spam integer NOT NULL,
  own_post integer NOT NULL,
  merged integer NOT NULL,
  closed_at_desk integer NOT NULL,
  otherwise integer NOT NULL,
  gone integer NOT NULL,
  never_taken integer NOT NULL,
  in_work integer NOT NULL,
  put_down integer NOT NULL,
  times bytea NOT NULL,
  written bigint NOT NULL,
  PRIMARY KEY (workspace_id, dimension, span, starts, value),
  CONSTRAINT figures_span CHECK (span IN ('day', 'month'))
);
COMMENT ON TABLE figures IS 'Posts counted by the day on which they were first seen and one dimension: no words, and nobody. Kept when the posts are deleted.';
COMMENT ON COLUMN figures.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN figures.dimension IS 'By what posts are told apart; all: not at all. The hour is one, so that a day has a row for each.';
COMMENT ON COLUMN figures.span IS 'A day of the workspace''s calendar, or a month, which is the sum of its days.';
COMMENT ON COLUMN figures.starts IS 'The day, or the first of the month.';
COMMENT ON COLUMN figures.value IS 'Which site, language, list, label, route, kind, answer, hour or weekday; empty for all.';
COMMENT ON COLUMN figures.seen IS 'Posts.';
COMMENT ON COLUMN figures.needed IS 'Of these, those that asked for an answer.';
COMMENT ON COLUMN figures.claimed IS 'Of these, those that somebody took or answered.';
COMMENT ON COLUMN figures.answered IS 'Of these, those that were answered.';
COMMENT ON COLUMN figures.by_community IS 'Answered by the community.';
COMMENT ON COLUMN figures.within_2h IS 'Answered within two hours.';
COMMENT ON COLUMN figures.within_24h IS 'Answered within a day.';
COMMENT ON COLUMN figures.takes IS 'Claims.';
COMMENT ON COLUMN figures.given_back IS 'Claims that were given back.';
COMMENT ON COLUMN figures.ran_out IS 'Claims that ran out.';
COMMENT ON COLUMN figures.rightly_sent IS 'Causes for which triage sent posts to staff, rightly.';
COMMENT ON COLUMN figures.wrongly_sent IS 'Causes for which triage sent posts to staff, wrongly.';
COMMENT ON COLUMN figures.missed IS 'Causes for which triage should have sent posts to staff.';
COMMENT ON COLUMN figures.helpful IS 'Answers that a second look found helpful.';
COMMENT ON COLUMN figures.somewhat IS 'Answers that a second look found somewhat helpful.';
COMMENT ON COLUMN figures.no_help IS 'Answers that a second look found of no help.';
COMMENT ON COLUMN figures.found_wrong IS 'Answers that a second look found wrong.';
COMMENT ON COLUMN figures.thanked IS 'Answers for which the author gave thanks.';
COMMENT ON COLUMN figures.still_broken IS 'Answers below which the author was unhappy.';
COMMENT ON COLUMN figures.liked IS 'Answers for which the author gave thanks, or that a second look found helpful.';
COMMENT ON COLUMN figures.no_answer_expected IS 'Posts whose author waits for no answer, by triage.';
COMMENT ON COLUMN figures.not_about_us IS 'Posts set aside as about something else.';
COMMENT ON COLUMN figures.no_answer_needed IS 'Posts set aside as in need of no answer.';
COMMENT ON COLUMN figures.already_answered IS 'Posts set aside as answered by others.';
COMMENT ON COLUMN figures.spam IS 'Posts set aside as spam.';
COMMENT ON COLUMN figures.own_post IS 'Posts of the brand itself.';
COMMENT ON COLUMN figures.merged IS 'Posts set aside as the same as another.';
COMMENT ON COLUMN figures.closed_at_desk IS 'Posts closed at the help desk.';
COMMENT ON COLUMN figures.otherwise IS 'Posts set aside for another reason.';
COMMENT ON COLUMN figures.gone IS 'Posts deleted on the site before an answer.';
COMMENT ON COLUMN figures.never_taken IS 'Posts that nobody took yet.';
COMMENT ON COLUMN figures.in_work IS 'Posts that somebody is on.';
COMMENT ON COLUMN figures.put_down IS 'Posts that were taken and wait again.';
COMMENT ON COLUMN figures.times IS 'Times to the first answer in buckets, see server/figures/sketch.ts.';
COMMENT ON COLUMN figures.written IS 'The count of figures_until.writes when it last changed; of a month: when it was added up.';
