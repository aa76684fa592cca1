"""The metadata beside the CSV files follow W3C's Metadata Vocabulary for Tabular Data (17 December 2015).

Each test names the section of the recommendation that it holds the files against.
"""
import csv
import json
import os
import re
import unittest

import programs

# Section 5: what each description may and must hold, as far as the files use it.
GROUP = {"@context", "tables"}
TABLE = {"url", "tableSchema", "lang"}
SCHEMA = {"columns", "primaryKey"}
COLUMN = {"name", "titles", "datatype", "null", "required"}
# Section 5.8: common properties have a prefix of the RDFa initial context.
COMMON = re.compile(r"(dc|rdfs|schema):[A-Za-z]+$")
# RFC 6570's varname, without a leading underscore (section 5.1.6).
NAME = re.compile(r"(?!_)([A-Za-z0-9_]|%[0-9A-Fa-f]{2})+$")
BASES = {"integer", "decimal", "string"}
# Section 6.4.2 of the model: of a number pattern the files use the least whole digits and the decimals, none optional.
PATTERN = re.compile(r"0(\.0+)?$")


def lexical(datatype):
    """What a cell of this datatype looks like (sections 5.11 of the vocabulary and 6.4 of the model)."""
    if datatype == "string":
        return re.compile(r".*$", re.DOTALL)
    decimals = len(datatype["format"].partition(".")[2])
    return re.compile(r"-?[0-9]+" + (rf"\.[0-9]{{{decimals}}}$" if decimals else "$"))


def value(cell, column):
    """The value of a cell; None for null, which an empty cell is unless a column says otherwise (section 6.4)."""
    return None if cell in column.get("null", [""]) else cell


class CsvMetadata(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary()
        out = cls.folder.name + "/out"
        made = programs.report(programs.example_data(cls.folder.name + "/data"), out, "--lang", "all")
        assert made.returncode == 0, made.stderr
        cls.groups = []
        for path, _, names in sorted(os.walk(out + "/tables")):
            if names:
                with open(path + "/csv-metadata.json", encoding="utf-8") as file:
                    cls.groups.append((path, json.load(file), {name for name in names if name.endswith(".csv")}))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def tables(self):
        for path, group, _ in self.groups:
            for table in group["tables"]:
                with open(os.path.join(path, table["url"]), encoding="utf-8", newline="") as file:
                    header, *rows = csv.reader(file)
                yield os.path.join(path, table["url"]), table, header, rows

    def test_every_file_is_described_once_in_its_folder(self):
        self.assertEqual(len(self.groups), 10)
        for path, group, files in self.groups:
            urls = [table["url"] for table in group["tables"]]
            self.assertEqual(sorted(urls), sorted(files), path)

    def test_contexts_follow_section_5_2(self):
        for path, group, _ in self.groups:
            language = path.split(os.sep)[-2]
            self.assertEqual(group["@context"], ["http://www.w3.org/ns/csvw", {"@language": language}])

    def test_only_known_and_common_properties_are_used(self):
        def expect(described, known, required):
            self.assertLessEqual(required, set(described))
            for key in set(described) - known:
                self.assertRegex(key, COMMON)
        for _, group, _ in self.groups:
            expect(group, GROUP, GROUP)
            for table in group["tables"]:
                expect(table, TABLE, TABLE)
                expect(table["tableSchema"], SCHEMA, {"columns"})
                for column in table["tableSchema"]["columns"]:
                    expect(column, COLUMN, COLUMN - {"null", "required"})

    def test_column_names_are_unique_variable_names(self):
        for place, table, _, _ in self.tables():
            names = [column["name"] for column in table["tableSchema"]["columns"]]
            self.assertEqual(len(set(names)), len(names), place)
            for name in names:
                self.assertRegex(name, NAME, place)

    def test_a_schema_is_compatible_with_the_header_as_section_5_4_3_asks(self):
        for place, table, header, _ in self.tables():
            columns = table["tableSchema"]["columns"]
            self.assertEqual([column["titles"]["und"] for column in columns], header, place)

    def test_titles_definitions_and_units_come_in_both_languages(self):
        for place, table, _, _ in self.tables():
            for column in table["tableSchema"]["columns"]:
                self.assertTrue(column["titles"]["en"] and column["titles"]["cy"], place)
            for key in ("dc:title", "dc:description", "schema:unitText"):
                self.assertEqual([value["@language"] for value in table[key]], ["en", "cy"], place)
                self.assertTrue(all(value["@value"] for value in table[key]), place)

    def test_datatypes_and_their_formats_follow_section_5_11(self):
        seen = set()
        for place, table, _, _ in self.tables():
            for column in table["tableSchema"]["columns"]:
                datatype = column["datatype"]
                base = datatype if isinstance(datatype, str) else datatype["base"]
                seen.add(base)
                if base == "string":
                    continue
                self.assertEqual(set(datatype), {"base", "format"}, place)
                self.assertRegex(datatype["format"], PATTERN, place)
                self.assertEqual("." in datatype["format"], base == "decimal", place)
        self.assertEqual(seen, BASES)

    def test_every_cell_is_null_or_of_its_columns_datatype(self):
        cells = nulls = 0
        for place, table, _, rows in self.tables():
            for row in rows:
                self.assertEqual(len(row), len(table["tableSchema"]["columns"]), place)
                for column, cell in zip(table["tableSchema"]["columns"], row):
                    cells += 1
                    if value(cell, column) is None:
                        nulls += 1
                        self.assertFalse(column.get("required", False), f"{place}: {column['name']}")
                    else:
                        self.assertRegex(cell, lexical(column["datatype"]), place)
        self.assertGreater(cells, 2000)
        self.assertGreater(nulls, 100)

    def test_a_column_is_required_where_every_row_has_a_label(self):
        required = 0
        for place, table, _, rows in self.tables():
            for number, column in enumerate(table["tableSchema"]["columns"]):
                if column["datatype"] != "string":
                    self.assertNotIn("required", column, place)
                    continue
                self.assertEqual(column.get("required", False), all(row[number] for row in rows), place)
                required += column.get("required", False)
        self.assertGreater(required, 20)

    def test_a_primary_key_names_columns_and_no_two_rows_share_it(self):
        for place, table, header, rows in self.tables():
            key = table["tableSchema"]["primaryKey"]
            self.assertLessEqual(set(key), {column["name"] for column in table["tableSchema"]["columns"]}, place)
            keys = [tuple(row[header.index(name)] for name in key) for row in rows]
            self.assertEqual(len(set(keys)), len(keys), place)

    def test_the_files_are_read_with_the_default_dialect(self):
        """UTF-8, commas, double quotes, one header row, no comments (section 5.9): none is declared."""
        for place, table, header, _ in self.tables():
            self.assertNotIn("dialect", table, place)
            with open(place, "rb") as file:
                text = file.read()
            self.assertFalse(text.startswith((b"#", b"\xef\xbb\xbf")), place)
            self.assertEqual(text.decode("utf-8").count("\r"), 0, place)
            self.assertEqual(len(set(header)), len(header), place)


if __name__ == "__main__":
    unittest.main()
