"""What can't be done is refused in a sentence, with the right status, nothing written and nothing lost."""
import os
import resource
import shutil
import subprocess
import unittest

import programs

NOBODY = 65534


class RefusedRuns(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = programs.temporary()
        os.chmod(cls.shared.name, 0o755)
        cls.data = programs.example_data(cls.shared.name + "/data")

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def setUp(self):
        folder = programs.temporary()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.out = os.path.join(self.folder, "out")

    def expect(self, done, status, *fragments):
        self.assertEqual(done.returncode, status, done.stderr + done.stdout)
        for fragment in fragments:
            self.assertIn(fragment, done.stderr)

    def expect_nothing_written(self):
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_template_that_is_not_there(self):
        done = programs.quarterdeck("report", "appendix-table", "--data", self.data, "--as-at", programs.AS_AT,
                                    "--out", self.out)
        self.expect(done, 3, "appendix-table", "appendix-tables")
        self.expect_nothing_written()

    def test_a_metric_that_no_plugin_has(self):
        templates = os.path.join(self.folder, "templates")
        shutil.copytree(os.path.join(programs.BUILD, "share/quarterdeck/templates"), templates)
        design = os.path.join(templates, "appendix-tables/report.yaml")
        with open(design, encoding="utf-8") as file:
            lines = file.read().replace("metric: imaging/diagnostic_radiology", "metric: imaging/diagnostic_radiologie")
        with open(design, "w", encoding="utf-8") as file:
            file.write(lines)
        line = 1 + lines[:lines.index("radiologie")].count("\n")
        done = programs.report(self.data, self.out, "--templates", templates)
        self.expect(done, 3, "report.yaml", f"line {line}", "diagnostic_radiologie", "imaging/diagnostic_radiology")
        self.assertEqual(os.listdir(self.folder), ["templates"])

    def test_charts_that_show_what_their_tables_hide(self):
        templates = os.path.join(self.folder, "templates")
        shutil.copytree(os.path.join(programs.BUILD, "share/quarterdeck/templates"), templates)
        script = os.path.join(templates, "web/charts.js")
        with open(script, encoding="utf-8") as file:
            drawing = file.read()
        for change in [  # of what is drawn from, and of what is drawn
                ("figure.hidden ? {number: '20', text: '20', marker: null} : figure", "picture"),
                ("figure", "picture.replace('</desc>', ' Women: 20.</desc>')")]:
            with open(script, "w", encoding="utf-8") as file:
                file.write(drawing + """
                  (function (draw) {
                    globalThis.drawChart = function (json) {
                      var description = JSON.parse(json);
                      description.series.forEach(function (series) {
                        series.figures = series.figures.map(function (figure) { return %s; });
                      });
                      var picture = draw(JSON.stringify(description));
                      return %s;
                    };
                  })(globalThis.drawChart);""" % change)
            done = programs.report(self.data, self.out, "--templates", templates)
            self.expect(done, 3, "appendix-tables", 'chart of the table "', "Nothing was published")
            self.assertEqual(os.listdir(self.folder), ["templates"])

    def test_an_empty_data_directory(self):
        empty = os.path.join(self.folder, "data")
        os.mkdir(empty)
        self.expect(programs.report(empty, self.out), 3, empty, "assignments")
        self.assertEqual(os.listdir(self.folder), ["data"])

    def test_a_data_directory_that_is_not_there(self):
        self.expect(programs.report(self.folder + "/nowhere", self.out), 3, "nowhere")
        self.expect_nothing_written()

    def test_a_date_without_a_snapshot_names_the_dates_there_are(self):
        done = programs.quarterdeck("report", "appendix-tables", "--data", self.data, "--as-at", "2023-04-30",
                                    "--out", self.out)
        self.expect(done, 3, "2023-04-30", "2023-03-31")
        self.expect_nothing_written()

    def test_no_plugins(self):
        empty = os.path.join(self.folder, "plugins")
        os.mkdir(empty)
        self.expect(programs.report(self.data, self.out, "--plugins", empty), 3, "plugins")
        self.assertEqual(os.listdir(self.folder), ["plugins"])

    def test_a_directory_of_plugins_that_is_not_there(self):
        self.expect(programs.report(self.data, self.out, "--plugins", self.folder + "/nowhere"), 3, "nowhere")
        self.expect_nothing_written()

    def test_wrong_use(self):
        for arguments in (["report", "appendix-tables"], ["report"], ["frobnicate"], [],
                          ["report", "appendix-tables", "--data", self.data, "--as-at", "31/03/2023"],
                          ["report", "appendix-tables", "--data", self.data, "--as-at", "2023-02-30"],
                          ["report", "appendix-tables", "--data", self.data, "--as-at", programs.AS_AT, "--lang", "fr"]):
            done = programs.quarterdeck(*arguments, cwd=self.folder)
            self.expect(done, 2)
            self.assertTrue(done.stderr.strip())
        self.expect_nothing_written()

    def test_an_output_directory_with_the_user_s_own_files_keeps_them(self):
        os.mkdir(self.out)
        with open(self.out + "/thesis.odt", "w") as file:
            file.write("mine")
        self.expect(programs.report(self.data, self.out), 3, self.out, "--out")
        self.assertEqual(os.listdir(self.out), ["thesis.odt"])

    def test_a_read_only_place(self):
        os.chmod(self.folder, 0o555)
        options = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
        done = programs.report(self.data, self.out, **options)
        os.chmod(self.folder, 0o755)
        self.expect(done, 3, "out", "can't be written", "--out")
        self.expect_nothing_written()

    def test_files_that_may_not_grow(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        done = programs.report(self.data, self.out, preexec_fn=limit)
        self.expect(done, 3, "File too large", "the size of files (ulimit)")
        self.expect_nothing_written()

    @unittest.skipUnless(os.geteuid() == 0, "a small disk can only be mounted by root; the limit above is for everybody")
    def test_a_full_disk_keeps_the_earlier_release(self):
        disk = os.path.join(self.folder, "disk")
        os.mkdir(disk)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", disk], check=True)
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        out = disk + "/out"
        self.assertEqual(programs.report(self.data, out, "--lang", "en").returncode, 0)
        before = {name: os.path.getsize(os.path.join(out, name)) for name in os.listdir(out)}
        with open(disk + "/ballast", "wb") as file:
            file.write(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize - 65_536))
        self.expect(programs.report(self.data, out, "--lang", "en"), 3, "can't be written", "space")
        self.assertEqual({name: os.path.getsize(os.path.join(out, name)) for name in os.listdir(out)}, before)
        self.assertEqual(sorted(os.listdir(disk)), ["ballast", "out"])


if __name__ == "__main__":
    unittest.main()
