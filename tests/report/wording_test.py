#!/usr/bin/env python3
"""The wording of reports in both languages, the plugins' own included, held against the glossary: where an English text
has one of the field's terms, the Welsh one has it too, and no Welsh text of the host's is the English one.

usage: wording_test.py BUILD_DIR
"""
import glob
import json
import os
import re
import subprocess
import sys
import unittest

import yaml

# The same in both languages: names of formats, and what consists of what is put in.
SAME = re.compile(r"^(\{[^}]*\}|CSV|SHA-256|kB|\W)*$")


def texts(tree, prefix=""):
    found = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            found.update(texts(value, f"{prefix}{key}."))
        else:
            found[prefix + key] = str(value)
    return found


def read(name):
    with open(os.path.join(BUILD, "share/quarterdeck/templates/locale", name), encoding="utf-8") as file:
        return yaml.safe_load(file)


def pairs(value, place):
    """Every text of a plugin's description, with where it stands."""
    if isinstance(value, dict) and set(value) == {"en", "cy"}:
        yield place, value["en"], value["cy"]
    elif isinstance(value, (dict, list)):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from pairs(part, f"{place}/{key}")


def programmes():
    for plugin in sorted(glob.glob(os.path.join(BUILD, "lib/quarterdeck/plugins/*.so"))):
        told = subprocess.run([os.path.join(BUILD, "bin/quarterdeck"), "plugins", "inspect", plugin, "--json"],
                              check=True, capture_output=True, text=True).stdout
        yield from json.loads(told)["plugins"]


def plugins_texts():
    for programme in programmes():
        yield from pairs(programme["described"], programme["id"])


def has_term(term, text):
    plural = f"(?:{re.escape(term[:-1])}ies|{re.escape(term)}s?)" if term.endswith("y") else f"{re.escape(term)}s?"
    return re.search(rf"(?<![\w/]){plural}(?![\w/])", text, re.I) is not None


class Wording(unittest.TestCase):
    def setUp(self):
        self.english, self.welsh = texts(read("en.yaml")), texts(read("cy.yaml"))
        self.both = [(key, text, self.welsh[key]) for key, text in self.english.items()] + list(plugins_texts())

    def test_welsh_uses_the_terms_of_the_glossary(self):
        for entry in read("glossary.yaml"):
            for place, english, welsh in self.both[:len(self.english)] if entry.get("host") else self.both:
                if has_term(entry["en"], english):
                    with self.subTest(term=entry["en"], place=place):
                        self.assertTrue(any(form.lower() in welsh.lower() for form in entry["forms"]),
                                        f"expected one of {entry['forms']} for: {english}\nfound: {welsh}")

    def test_every_term_of_the_glossary_is_used(self):
        self.assertGreater(len(self.both), 1000)
        for entry in read("glossary.yaml"):
            with self.subTest(term=entry["en"]):
                self.assertTrue(any(has_term(entry["en"], english) for _, english, _ in self.both))

    def test_every_body_that_plans_name_has_a_welsh_name(self):
        known = {text for key, text in self.english.items() if key.startswith("names.")}
        described = list(programmes())
        known |= {programme["id"] for programme in described}
        named = {body for programme in described for action in programme["described"]["actions"]
                 for body in [*action["lead"].split("/"), *action.get("with", [])] if body}
        self.assertGreater(len(named), 30)
        self.assertEqual({body for body in named if body not in known and not re.fullmatch("[A-Z]+", body)}, set())

    def test_no_welsh_text_is_the_english_one(self):
        same = {key for key, text in self.english.items() if self.welsh[key] == text and not SAME.match(text)}
        self.assertEqual(same, {"page.provenance.population"})  # "Staff", in both


if __name__ == "__main__":
    BUILD = sys.argv.pop(1)
    unittest.main()
