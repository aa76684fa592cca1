"""The same quarter on a PostgreSQL server, by command line only."""
import os
import unittest

import cycle_test
from returns import QUARTER, ReturnsCase
from postgresql_server import WithServer


class OnAServer(WithServer, ReturnsCase):
    def test_a_quarter_runs_as_in_a_file(self):
        with open(self.path("calendar.yaml"), "w", encoding="utf-8") as file:
            file.write(cycle_test.CALENDAR)
        self.done("calendar", "calendar.yaml")
        filled = self.ready()
        filled.fill("Actions", "IMG-A1", status="In progress", rating="Amber", percent=40)
        self.done("import", filled.save(), "--on", "2023-04-12")
        self.done("approve", "--programme", "imaging", "--quarter", QUARTER, "--on", "2023-04-20", "--by",
                  "Clinical lead for imaging")
        told = self.done("status", "--quarter", QUARTER, "--on", "2023-04-20")
        self.assertIn("imaging: returned on 2023-04-12 by Programme manager, 1 action from return.xlsx (return 3), "
                      "approved on 2023-04-20 by Clinical lead for imaging.", told)

    def test_a_wrong_or_missing_password_is_told_and_never_shown(self):
        for password in ("open-barley", None):
            os.environ.pop("PGPASSWORD", None)
            if password:
                os.environ["PGPASSWORD"] = password
            run = self.returns("status", "--quarter", QUARTER)
            self.assertEqual(run.returncode, 3)
            self.assertIn("Set PGPASSWORD, or write the password into ~/.pgpass.", run.stderr)
            self.assertNotIn("barley", run.stderr)
        os.environ["PGPASSWORD"] = "opensesame"

    def test_a_password_in_the_url_is_refused(self):
        self.register = self.register.replace("board@", "board:opensesame@")
        run = self.returns("status", "--quarter", QUARTER)
        self.assertEqual(run.returncode, 3)
        self.assertNotIn("opensesame", run.stderr)


if __name__ == "__main__":
    unittest.main()
