-- Version 1 of the register. Nothing in it is ever changed or taken away.
CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE programme_returns (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    programme TEXT NOT NULL CHECK (programme <> ''),
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]Q[1-4]'),
    submitted_by TEXT NOT NULL,
    submitted_on TEXT NOT NULL CHECK (submitted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source_file TEXT NOT NULL,
    source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64)
) STRICT;
CREATE INDEX programme_returns_by_quarter ON programme_returns (quarter, programme, number);

-- The entries of a return are written before it, in one transaction; then it is closed.
CREATE TABLE return_entries (
    return_number INTEGER NOT NULL REFERENCES programme_returns (number) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    action_id TEXT NOT NULL CHECK (action_id <> ''),
    status TEXT NOT NULL CHECK (status IN ('not_started', 'in_progress', 'complete', 'on_hold', 'withdrawn')),
    rating TEXT NOT NULL CHECK (rating IN ('blue', 'green', 'amber', 'red')),
    percent_complete INTEGER NOT NULL CHECK (percent_complete BETWEEN 0 AND 100),
    narrative TEXT NOT NULL,
    forecast TEXT CHECK (forecast GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (return_number, position),
    UNIQUE (return_number, action_id)
) STRICT;

CREATE TRIGGER schema_version_stays_as_written BEFORE UPDATE ON schema_version
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER schema_version_stays BEFORE DELETE ON schema_version
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;

CREATE TRIGGER programme_returns_stay_as_written BEFORE UPDATE ON programme_returns
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER programme_returns_stay BEFORE DELETE ON programme_returns
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER programme_returns_are_not_replaced BEFORE INSERT ON programme_returns
WHEN EXISTS (SELECT 1 FROM programme_returns WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;

CREATE TRIGGER return_entries_stay_as_written BEFORE UPDATE ON return_entries
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER return_entries_stay BEFORE DELETE ON return_entries
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;
CREATE TRIGGER return_entries_join_no_closed_return BEFORE INSERT ON return_entries
WHEN EXISTS (SELECT 1 FROM programme_returns WHERE number = NEW.return_number)
BEGIN SELECT RAISE(ABORT, 'the register is only appended to'); END;

INSERT INTO schema_version (version) VALUES (1);
