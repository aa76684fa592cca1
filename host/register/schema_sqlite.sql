-- Version 2 of the register: a journal. Nothing in it is ever changed or taken away.
CREATE TABLE IF NOT EXISTS schema_version (
    version INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE journal (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('definitions', 'calendar', 'return', 'approval', 'edition', 'translation')),
    programme TEXT NOT NULL,
    quarter TEXT NOT NULL CHECK (quarter = '' OR quarter GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]Q[1-4]'),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX journal_by_kind ON journal (kind, quarter, programme, number);

CREATE TRIGGER IF NOT EXISTS schema_version_stays_as_written BEFORE UPDATE ON schema_version
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER IF NOT EXISTS schema_version_stays BEFORE DELETE ON schema_version
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;

CREATE TRIGGER journal_stays_as_written BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER journal_is_not_rewritten BEFORE INSERT ON journal
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;

INSERT INTO schema_version (version) VALUES (2);
