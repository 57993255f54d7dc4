"""The desk's tables, in the order they came; a migration is never edited afterwards.

Each runs in one transaction together with the record that it ran (`PRAGMA user_version`). The views are the
documented, read-only face for Datasette, DuckDB and friends; the tables may change, the views stay.
"""

from careo.store.seals import LATER, SEALED

_TABLES = """
CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE captures (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, origin TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE reports (id TEXT PRIMARY KEY, capture TEXT NOT NULL REFERENCES captures, body TEXT NOT NULL);
CREATE TABLE mentions (id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE statements (id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE skips (id TEXT PRIMARY KEY, input TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE decisions (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE entities (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE members (mention TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities ON DELETE CASCADE);
CREATE TABLE stories (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE derivations (id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories, body TEXT NOT NULL);
CREATE TABLE versions (id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories, report TEXT NOT NULL,
  body TEXT NOT NULL);
CREATE TABLE judgements (id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE claims (id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE discrepancies (id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE vectors (key TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE done (stage TEXT NOT NULL, subject TEXT NOT NULL, made_by TEXT NOT NULL,
  PRIMARY KEY (stage, subject));
CREATE INDEX captures_origin ON captures (origin);
CREATE INDEX reports_capture ON reports (capture);
CREATE INDEX mentions_report ON mentions (report);
CREATE INDEX statements_report ON statements (report);
CREATE INDEX skips_input ON skips (input);
CREATE INDEX members_entity ON members (entity);
CREATE INDEX derivations_story ON derivations (story);
CREATE INDEX versions_story ON versions (story);
CREATE INDEX versions_report ON versions (report);
CREATE INDEX judgements_story ON judgements (story);
CREATE INDEX claims_story ON claims (story);
CREATE INDEX discrepancies_story ON discrepancies (story);
"""

_VIEWS = """
CREATE VIEW v_reports AS SELECT r.id, c.origin, json_extract(r.body, '$.language') AS language,
  json_extract(r.body, '$.title') AS title, json_extract(r.body, '$.publisher') AS publisher,
  json_extract(r.body, '$.published.value') AS published, json_extract(r.body, '$.published.method') AS published_by,
  json_extract(r.body, '$.text') AS text
  FROM reports r JOIN captures c ON c.id = r.capture;
CREATE VIEW v_mentions AS SELECT m.id, m.report, json_extract(m.body, '$.type') AS type,
  json_extract(m.body, '$.verbatim') AS verbatim, json_extract(m.body, '$.start') AS start,
  json_extract(m.body, '$.end') AS "end", b.entity
  FROM mentions m LEFT JOIN members b ON b.mention = m.id;
CREATE VIEW v_statements AS SELECT s.id, s.report, json_extract(s.body, '$.type') AS type,
  json_extract(s.body, '$.subtype') AS subtype, json_extract(s.body, '$.polarity') AS polarity,
  json_extract(s.body, '$.modality') AS modality, json_extract(s.body, '$.trigger.verbatim') AS "trigger",
  substr(json_extract(r.body, '$.text'), json_extract(s.body, '$.start') + 1,
    json_extract(s.body, '$.end') - json_extract(s.body, '$.start')) AS sentence
  FROM statements s JOIN reports r ON r.id = s.report;
CREATE VIEW v_figures AS SELECT s.id AS statement, s.report, json_extract(f.value, '$.measure') AS measure,
  json_extract(f.value, '$.low') AS low, json_extract(f.value, '$.high') AS high,
  json_extract(f.value, '$.comparator') AS comparator, json_extract(f.value, '$.unit') AS unit,
  json_extract(f.value, '$.group') AS counted, json_extract(f.value, '$.verbatim') AS verbatim
  FROM statements s, json_each(s.body, '$.figures') f;
CREATE VIEW v_times AS SELECT s.id AS statement, s.report, json_extract(t.value, '$.role') AS role,
  json_extract(t.value, '$.first') AS first, json_extract(t.value, '$.last') AS last,
  json_extract(t.value, '$.precision') AS "precision", json_extract(t.value, '$.verbatim') AS verbatim
  FROM statements s, json_each(s.body, '$.times') t;
CREATE VIEW v_entities AS SELECT id, json_extract(body, '$.type') AS type, json_extract(body, '$.name') AS name,
  json_array_length(body, '$.mentions') AS mentions
  FROM entities;
CREATE VIEW v_versions AS SELECT id, json_extract(body, '$.report') AS report, json_extract(body, '$.of') AS "of",
  json_array_length(body, '$.changes') AS changes, json_extract(body, '$.reason') AS reason
  FROM versions;
CREATE VIEW v_claims AS SELECT id, story, json_extract(body, '$.type') AS type,
  json_extract(body, '$.gloss') AS gloss, json_array_length(body, '$.reports') AS reports,
  json_array_length(body, '$.origins') AS origins
  FROM claims;
CREATE VIEW v_discrepancies AS SELECT id, story, json_extract(body, '$.claim') AS claim,
  json_extract(body, '$.slot') AS slot, json_extract(body, '$.type') AS type, json_extract(body, '$.reason') AS reason
  FROM discrepancies;
CREATE VIEW v_decisions AS SELECT id, number, json_extract(body, '$.type') AS type,
  json_extract(body, '$.reason') AS reason, json_extract(body, '$.by') AS "by", json_extract(body, '$.at') AS at
  FROM decisions;
CREATE VIEW v_skips AS SELECT id, json_extract(body, '$.stage') AS stage, input,
  json_extract(body, '$.reason') AS reason
  FROM skips;
"""

_TIES = """
UPDATE mentions SET body = json_set(body, '$.of', NULL);
DROP VIEW v_mentions;
CREATE VIEW v_mentions AS SELECT m.id, m.report, json_extract(m.body, '$.type') AS type,
  json_extract(m.body, '$.verbatim') AS verbatim, json_extract(m.body, '$.start') AS start,
  json_extract(m.body, '$.end') AS "end", b.entity, json_extract(m.body, '$.of') AS "of"
  FROM mentions m LEFT JOIN members b ON b.mention = m.id;
"""

_DECIDED = """
DROP VIEW v_discrepancies;
CREATE VIEW v_discrepancies AS SELECT id, story, json_extract(body, '$.claim') AS claim,
  json_extract(body, '$.slot') AS slot, json_extract(body, '$.type') AS type, json_extract(body, '$.reason') AS reason,
  json_extract(body, '$.dismissed') AS dismissed
  FROM discrepancies;
DROP VIEW v_decisions;
CREATE VIEW v_decisions AS SELECT id, number, json_extract(body, '$.type') AS type,
  json_extract(body, '$.about') AS about, json_extract(body, '$.slot') AS slot, json_extract(body, '$.value') AS value,
  json_extract(body, '$.reason') AS reason, json_extract(body, '$.by') AS "by", json_extract(body, '$.at') AS at
  FROM decisions;
"""

_SEAL = """
ALTER TABLE {table} ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
UPDATE {table} SET seal = seal_of({columns});
INSERT INTO totals SELECT '{table}', count(*), coalesce(together(seal), 0) FROM {table};
"""
_SEALS = "CREATE TABLE totals (shelf TEXT PRIMARY KEY, written INTEGER NOT NULL, seal INTEGER NOT NULL);" + "".join(
    _SEAL.format(table=table, columns=", ".join(columns)) for table, columns in SEALED.items() if table not in LATER
)

_PLACES = """
CREATE TABLE homes (report TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
  episode TEXT NOT NULL, placed INTEGER NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE bearings (key TEXT PRIMARY KEY, entity TEXT, name TEXT NOT NULL, type TEXT NOT NULL,
  seal INTEGER NOT NULL);
CREATE TABLE hooks (hook TEXT NOT NULL, key TEXT NOT NULL, seal INTEGER NOT NULL, PRIMARY KEY (hook, key));
CREATE TABLE likenesses (report TEXT PRIMARY KEY, day INTEGER, meaning BLOB NOT NULL, profile BLOB NOT NULL,
  seal INTEGER NOT NULL);
CREATE TABLE cues (cue TEXT NOT NULL, report TEXT NOT NULL, seal INTEGER NOT NULL, PRIMARY KEY (cue, report));
CREATE INDEX homes_story ON homes (story);
CREATE INDEX homes_episode ON homes (episode);
CREATE INDEX bearings_entity ON bearings (entity);
CREATE INDEX likenesses_day ON likenesses (day);
CREATE INDEX reports_without_publisher ON reports (id) WHERE json_extract(body, '$.publisher') IS NULL;
CREATE INDEX reports_without_published ON reports (id) WHERE json_extract(body, '$.published') IS NULL;
INSERT INTO totals VALUES ('homes', 0, 0), ('bearings', 0, 0), ('hooks', 0, 0), ('likenesses', 0, 0), ('cues', 0, 0);
"""

MIGRATIONS: tuple[str, ...] = (_TABLES + _VIEWS, _TIES, _DECIDED, _SEALS, _PLACES)
"""Migration k brings a desk from version k to k + 1."""
