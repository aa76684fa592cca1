-- Version 2 of the register: a journal. Nothing in it is ever changed or taken away.
DO $schema$
BEGIN

CREATE TABLE schema_version (
    version integer PRIMARY KEY
);

CREATE TABLE journal (
    number bigint PRIMARY KEY CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('definitions', 'calendar', 'return', 'approval', 'edition', 'translation')),
    programme text NOT NULL,
    quarter text NOT NULL CHECK (quarter ~ '^([0-9]{4}-[0-9]{2}Q[1-4])?$'),
    body text NOT NULL CHECK (body::json IS NOT NULL)
);
CREATE INDEX journal_by_kind ON journal (kind, quarter, programme, number);

INSERT INTO schema_version (version) VALUES (2);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'the register is only appended to';
END
$body$;

CREATE FUNCTION expect_next_number() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal) THEN
        RAISE EXCEPTION 'the register is only appended to';
    END IF;
    RETURN NEW;
END
$body$;

CREATE TRIGGER schema_version_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON schema_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_is_not_rewritten BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION expect_next_number();

END
$schema$
