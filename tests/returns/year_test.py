"""A year is played through in a file, and on a server."""
import shutil
import unittest

from returns import ReturnsCase
from postgresql_server import WithServer
from year import Year


class InAFile(Year, ReturnsCase):
    converted = "imaging" if shutil.which("libreoffice") else None

    def test_four_quarters_of_five_programmes(self):
        self.play()


class OnAServer(WithServer, Year, ReturnsCase):
    def test_four_quarters_of_five_programmes(self):
        self.play()


if __name__ == "__main__":
    unittest.main()
