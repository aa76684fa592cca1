"""A year of four quarters as five programmes and the centre go through it, by command line only."""
import filecmp
import os

from returns import HEADING_ROW, ReturnsCase, programs, through_libreoffice

PROGRAMMES = ["endoscopy", "genomics", "healthcare_science", "imaging", "pathology"]
CENTRE = "Head of workforce analysis"
QUARTERS = [("2022-23Q1", "2022-06-30", "2022-07"), ("2022-23Q2", "2022-09-30", "2022-10"),
            ("2022-23Q3", "2022-12-31", "2023-01"), ("2022-23Q4", "2023-03-31", "2023-04")]
SNAPSHOTS = ["2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31", "2022-03-31"] + [as_at for _, as_at, _ in QUARTERS]
HEADER = ("snapshot_date,organisation,host_organisation,person_id_national,employee_number,assignment_number,"
          "primary_assignment,assignment_status,assignment_category,contract_type,staff_group,occupation_code,job_role,"
          "area_of_work,pay_band,contracted_fte,gender,date_of_birth,start_date,end_date,leaving_reason\n")


def lead(programme):
    return f"Clinical lead for {programme}"


def files(folder):
    return sorted(os.path.relpath(os.path.join(path, name), folder)
                  for path, _, names in os.walk(folder) for name in names)


class Year(ReturnsCase):
    converted = None  # the programme whose return LibreOffice writes once
    forms = 0

    def setUp(self):
        super().setUp()
        os.makedirs(self.path("data/assignments"))
        with open(self.path("data/dataset.yaml"), "w", encoding="utf-8") as file:
            file.write("synthetic: true\ndescription: {en: Made-up people, cy: Pobl ddychmygol}\n")
        for at, day in enumerate(SNAPSHOTS):
            with open(self.path(f"data/assignments/{day}.csv"), "w", encoding="utf-8") as file:
                file.write(HEADER)
                for person in range(1, 31 + at):
                    file.write(f"{day},7A1,,P{person:03},E{person:03},A{person:03},Yes,Active Assignment,Permanent,"
                               f"Permanent,Allied Health Professionals,S1F,Radiographer - Diagnostic,Radiology,"
                               f"Band {5 + person % 3},1.0,{'Male' if person % 3 == 0 else 'Female'},"
                               f"19{60 + person % 35}-03-15,2015-04-01,4712-12-31,\n")

    def report(self, as_at, out, *arguments):
        return programs.quarterdeck("report", "quarterly-governance", "--data", "data", "--as-at", as_at, "--out", out,
                                    "--register", self.register, "--lang", "en", *arguments, cwd=self.folder)

    def issued(self, as_at, out, *arguments):
        """Approved first, as it stands, then issued."""
        run = self.report(as_at, out, "--state", "issued", "--audience", "group", "--by", CENTRE, *arguments)
        self.assertEqual(run.returncode, 3, run.stdout)
        self.assertIn("isn't approved yet", run.stderr)
        run = self.report(as_at, out, "--state", "approved", "--audience", "group", "--by", CENTRE, *arguments)
        self.assertEqual(run.returncode, 0, run.stderr + run.stdout)
        run = self.report(as_at, out, "--state", "issued", "--audience", "group", "--by", CENTRE, *arguments)
        self.assertEqual(run.returncode, 0, run.stderr + run.stdout)
        return run

    def page(self, out):
        with open(self.path(f"{out}/quarterly-governance.en.html"), encoding="utf-8") as file:
            return file.read()

    def enter_calendar(self, quarter, as_at, month):
        with open(self.path("calendar.yaml"), "w", encoding="utf-8") as file:
            file.write(f"quarter: {quarter}\nsnapshot: {as_at}\nreturn_due: {month}-14\ncut_off: {month}-18\n"
                       f"sign_off: {month}-22\npapers_out: {month}-25\nmeeting: {month}-28\nleads:\n" +
                       "".join(f"  {programme}: {lead(programme)}\n" for programme in PROGRAMMES))
        self.done("calendar", "calendar.yaml")

    def filled(self, programme, quarter, percent, summary):
        self.forms += 1
        form = self.ready(programme, quarter, f"{programme}-{self.forms}.xlsx")
        form.fill("Summary", programme, summary=summary)
        action = form.book["Actions"].cell(HEADING_ROW + 1, 1).value
        return form.fill("Actions", action, status="In progress", rating="Green", percent=percent,
                         narrative=f"Work went on in {quarter}."), action

    def take(self, programme, quarter, month, path, day=12):
        self.done("import", path, "--on", f"{month}-{day}")
        self.done("approve", "--programme", programme, "--quarter", quarter, "--on", f"{month}-{day + 2}", "--by",
                  lead(programme))

    def take_returns(self, number, quarter, month):
        """All five come back; one is faulty at first, and one goes through LibreOffice in the second quarter."""
        for place, programme in enumerate(PROGRAMMES):
            form, action = self.filled(programme, quarter, 20 * (number + 1), f"The plan is on course in {quarter}.")
            if place == number:
                form.fill("Actions", action, percent=140)
                faults = self.faults(form)
                self.assertIn("sheet Actions, cell", faults[0])
                form.fill("Actions", action, percent=20 * (number + 1))
            path = form.save()
            if number == 1 and programme == self.converted:
                path = through_libreoffice(path)
            self.take(programme, quarter, month, path)

    def expect_draft_blocks(self, quarter, as_at):
        """A return that nobody has reviewed keeps the report from going out; nothing is written."""
        form, _ = self.filled("pathology", quarter, 10, "Not yet ready.")
        self.done("import", form.save(), "--draft", "--on", as_at)
        run = self.report(as_at, "too-early", "--state", "issued", "--by", CENTRE)
        self.assertEqual(run.returncode, 3, run.stdout)
        self.assertRegex(run.stderr, r"pathology: return \d+ is a draft that nobody has reviewed")
        self.assertFalse(os.path.exists(self.path("too-early")))

    def correct(self, quarter, as_at, month, out):
        form, _ = self.filled("genomics", quarter, 15, "The plan was reported better than it was.")
        self.take("genomics", quarter, month, form.save(), 24)
        run = self.report(as_at, out, "--state", "approved", "--by", CENTRE)
        self.assertEqual(run.returncode, 3, run.stdout)
        self.assertIn("a further edition says why there is one", run.stderr)
        self.issued(as_at, out, "--note", "Genomics had reported too much.", "--on", f"{month}-27")

    def expect_same(self, one, other):
        self.assertEqual(files(self.path(one)), files(self.path(other)))
        for name in files(self.path(one)):
            self.assertTrue(filecmp.cmp(self.path(f"{one}/{name}"), self.path(f"{other}/{name}"), shallow=False), name)

    def play(self):
        for number, (quarter, as_at, month) in enumerate(QUARTERS):
            self.enter_calendar(quarter, as_at, month)
            if number == 0:
                self.expect_draft_blocks(quarter, as_at)
            self.take_returns(number, quarter, month)
            first, second = f"{quarter}-1", f"{quarter}-2"
            self.issued(as_at, first, "--embargo", f"{month}-28 09:30", "--on", f"{month}-25")
            self.assertIn("Edition 1.", self.page(first))
            self.assertIn("Nothing in it may be made known before 09:30 on 28 ", self.page(first))
            self.assertNotIn("What has changed since", self.page(first))
            self.correct(quarter, as_at, month, second)
            self.assertIn("Edition 2.", self.page(second))
            self.assertIn("Genomics had reported too much.", self.page(second))
            self.assertIn("has corrected its return since", self.page(second))
            self.assertNotIn("reported better than it was", self.page(first))
        for quarter, as_at, _ in QUARTERS:
            for edition in ("1", "2"):
                run = self.report(as_at, f"again-{quarter}-{edition}", "--edition", edition)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.expect_same(f"{quarter}-{edition}", f"again-{quarter}-{edition}")
