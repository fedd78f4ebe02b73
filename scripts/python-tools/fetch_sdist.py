"""Fetches one file of a project from the package index, by name, with pypi-simple.

pip does this for every other package; it refuses a source distribution without setup.py, which is how umqtt.simple
was published. Usage: fetch_sdist.py PROJECT FILENAME DESTINATION, with pypi-simple and its dependencies on
PYTHONPATH. SMS_GATEWAY_INDEX is the index that pip is configured with, if any; else pypi-simple's own default is used.
The caller checks the file's hash. Exit codes: 0 fetched, 3 the index does not list the file, 1 anything else.
"""

import os
import sys
import warnings

from pypi_simple import PyPISimple, UnexpectedRepoVersionWarning


def main(project: str, filename: str, destination: str) -> int:
    # A newer minor version of the index's protocol only adds keys that are of no interest here.
    warnings.simplefilter("ignore", UnexpectedRepoVersionWarning)
    index = os.environ.get("SMS_GATEWAY_INDEX")
    client = PyPISimple(index) if index else PyPISimple()
    page = client.get_project_page(project)
    for package in page.packages if page else []:
        if package.filename == filename:
            client.download_package(package, destination, verify=False, timeout=60)
            return 0
    print(f"{filename} is not listed for the project {project}", file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
