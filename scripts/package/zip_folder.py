"""Makes a zip of a folder. The same files give the same bytes, on any machine and with any Python: they are in order of
path, uncompressed (each version of zlib compresses in its own way) and without the time of the day.

Usage: zip_folder.py FOLDER ZIP
"""

import os
import sys
import zipfile

# The oldest that a zip can say.
DATE = (1980, 1, 1, 0, 0, 0)
UNIX = 3
PLAIN_FILE = 0o100644


def main(folder: str, target: str) -> None:
    paths = [os.path.join(root, name) for root, _, names in os.walk(folder) for name in names]
    by_name = {os.path.relpath(path, folder).replace(os.sep, "/"): path for path in paths}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(by_name):
            info = zipfile.ZipInfo(name, DATE)
            info.create_system = UNIX
            info.external_attr = PLAIN_FILE << 16
            with open(by_name[name], "rb") as source:
                archive.writestr(info, source.read())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
