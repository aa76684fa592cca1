"""Runs the finished programs, as their users do."""
import csv
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("QUARTERDECK_BUILD", os.path.join(ROOT, "build", "release"))
PUBLISHED = os.path.join(ROOT, "tests", "data", "published")
AS_AT = "2023-03-31"

# The published tables in their order, and the metric that makes each.
TABLES = {
    "Pathology": "pathology/workforce",
    "Genomics": "genomics/workforce",
    "Diagnostic Radiology": "imaging/diagnostic_radiology",
    "Radiotherapy": "healthcare_science/radiotherapy",
    "Physical Sciences": "healthcare_science/physical_sciences",
    "Endoscopy": "endoscopy/nursing",
    "Cardiac, Vascular, Respiratory and Sleep Physiology": "healthcare_science/cardiac_vascular_respiratory_sleep",
    "Neurophysiology": "healthcare_science/neurophysiology",
    "Audiology and ENT": "healthcare_science/audiology_ent",
}
MEASURES = ["headcount", "fte", "male", "female", "over_55"]


def program(name):
    return os.path.join(BUILD, "bin", name)


def quarterdeck(*arguments, **options):
    return subprocess.run([program("quarterdeck"), *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=300, **options)


def report(data, out, *arguments, **options):
    return quarterdeck("report", "appendix-tables", "--data", data, "--as-at", AS_AT, "--out", out, *arguments,
                       **options)


def example_data(out, *arguments):
    subprocess.run([program("quarterdeck-example-data"), "--published", PUBLISHED, "--out", out, *arguments],
                   check=True, capture_output=True, timeout=300)
    return out


def table(out, metric, language="en"):
    """The rows of one CSV: a list of dictionaries."""
    path = os.path.join(out, "tables", language, metric)
    marked = path + ".not-for-publication.csv"
    with open(marked if os.path.exists(marked) else path + ".csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published_rows(name):
    """The published rows of one table, in their order."""
    with open(os.path.join(PUBLISHED, "appendix1_workforce.csv"), encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["table"] == name]


def is_open(row):
    """Whether every figure of a published row was published."""
    return all(row[measure].replace(".", "").isdigit() for measure in MEASURES)


def temporary():
    return tempfile.TemporaryDirectory(prefix="quarterdeck-test-")
