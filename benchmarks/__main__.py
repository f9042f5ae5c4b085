"""python -m benchmarks [build] [check] [pages] [lighthouse] [--quick] [--verbose]: prints the table of budgets."""

import argparse
import os
import platform
import sys

from . import build, check, lighthouse, pages
from .row import Row, Skipped, table

MEASUREMENTS = {"build": build, "check": check, "pages": pages, "lighthouse": lighthouse}


def main() -> int:
    """Exit 0 when every budget was kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="The budgets, measured.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(MEASUREMENTS)}")
    parser.add_argument("--quick", action="store_true", help="80 pages and 1,000 questions only")
    parser.add_argument("--verbose", action="store_true", help="the dearest rules and audits too")
    options = parser.parse_args()
    unknown = set(options.names) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"no measurement named {', '.join(sorted(unknown))}; there are: {', '.join(MEASUREMENTS)}")
    rows: list[Row] = []
    for name in options.names or MEASUREMENTS:
        print(f"measuring {name} …", file=sys.stderr)
        try:
            rows += MEASUREMENTS[name].rows(options.quick, options.verbose)
        except Skipped as reason:
            print(f"{name} skipped: {reason}", file=sys.stderr)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print(table(rows))
    return int(any(row.excess > 0 for row in rows))


if __name__ == "__main__":
    sys.exit(main())
