#!/usr/bin/env python3
"""Sets simulated waits of the anonymous bank beside the observed ones and writes the tables of README.md.

Usage:  python3 compare.py [LOG_DIRECTORY] [--switchboard COMMAND] [--replications N]

Tables stand between marker lines of README.md and are replaced; the text around them is kept. The first table needs
no log. The others replay its days, and build the scenario from half of them, in a temporary directory; without the log
they stay as they are. COMMAND starts Switchboard, such as `target/release/switchboard`.

Behind `±` is a range, not the error of the simulated mean: 95 of 100 series of as many days as were observed would
have their mean in it if the scenario were true. With a half-width h of the 95 % interval of n replications, the mean
of d days lies within h * sqrt(1 + n / d), since their own scatter adds to that of the simulated mean.
"""
import argparse
import contextlib
import csv
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import derive
from call_log import read

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
PAGE = os.path.join(HERE, "README.md")
MEASURES = {
    "mean_wait": "mean_wait_seconds",
    "abandonment": "abandoned_share",
    "service_level": "answered_within_20s_share",
}
HEADINGS = ["offered", "mean wait [s]", "abandoned [%]", "answered within 20 s [%]"]
# How far a simulated number may be off: two of them relative, the share within 20 s in points.
MODEL, REPLAY = (0.35, 0.25, 0.08), (0.15, 0.15, 0.08)
WEEKDAYS = 20


def simulated(options, scenario, replications):
    """By interval and measure: mean and half-width of the 95 % interval."""
    command = [*options.switchboard, "run", scenario, "--format", "csv", "--no-files", "--quiet", "--confidence", "95%"]
    command += ["--replications", str(replications), "--seed", "1"]
    printed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    found = {}
    for row in csv.DictReader(io.StringIO(printed)):
        if row["of"] == "all" and row["measure"] in MEASURES and row["mean"]:
            interval = row["interval_start"][11:16] or "weekday"
            found[interval, row["measure"]] = float(row["mean"]), (float(row["high"]) - float(row["low"])) / 2
    return found


def observed(folder):
    with open(os.path.join(folder, "observed.csv")) as file:
        return {row.pop("interval"): {key: float(value) for key, value in row.items()} for row in csv.DictReader(file)}


def compared(simulation, facts, interval, spread):
    """Per measure: simulated, range, observed; `spread` makes a range of the half-width."""
    row = [simulation.get((interval, measure), (0.0, 0.0)) for measure in MEASURES]
    return [(mean, half * spread, facts[key]) for (mean, half), key in zip(row, MEASURES.values())]


def misses(row, aims):
    relative = [abs(mean / fact - 1) if fact else mean for mean, _, fact in row[:2]]
    return [off > aim for off, aim in zip([*relative, abs(row[2][0] - row[2][2])], aims)]


def cells(row, aims):
    """`simulated ± range SIGN observed` of each measure."""
    texts = []
    for (mean, wide, fact), missed, scale in zip(row, misses(row, aims), (1, 100, 100)):
        sign = "=" if abs(mean - fact) <= wide else "≠" if missed else "≈"
        mean, wide, fact = (f"{number * scale:.{int(scale > 1)}f}" for number in (mean, wide, fact))
        texts.append(f"{mean} ± {wide} {sign} {fact}")
    return texts


def table(first, rows):
    lines = [[first, *HEADINGS], ["---", *["--:"] * len(HEADINGS)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def verdict(what, rows, aims):
    """How many rows lie outside the aims and outside the ranges."""
    aim = [sum(column) for column in zip(*(misses(row, aims) for row in rows))]
    wide = [sum(abs(mean - fact) > wide for mean, wide, fact in column) for column in zip(*rows)]
    return (f"Of {len(rows)} {what}, {aim[0]} miss the aim for the mean wait, {aim[1]} for abandonment and {aim[2]} for "
            f"the share\nwithin 20 s; observed numbers outside the range: {wide[0]}, {wide[1]} and {wide[2]}.")


def weekday(options):
    facts, count = observed(HERE), options.replications
    simulation = simulated(options, HERE + ".toml", count)
    rows = {k: compared(simulation, facts[k], k, (1 + count / WEEKDAYS) ** 0.5) for k in facts}
    lines = [[k, f"{facts[k]['offered']:.1f}", *cells(rows[k], MODEL)] for k in facts]
    halves = [row for k, row in rows.items() if k != "weekday"]
    return f"{count} replications, seed 1.\n\n{table('from', lines)}\n\n{verdict('half hours', halves, MODEL)}"


def whole(rows, offered):
    """All days as one: sums over sums; the ranges of independent days add in squares."""
    total = sum(offered)
    mean = [sum(n * cell[at] for n, cell in zip(offered, column)) / total for column in zip(*rows) for at in (0, 2)]
    wide = [sum((n * cell[1]) ** 2 for n, cell in zip(offered, column)) ** 0.5 / total for column in zip(*rows)]
    return list(zip(mean[::2], wide, mean[1::2]))


def replay(options, log, place):
    count, rows, offered = 100, {}, {}
    derived(read(log), os.path.join(place, "all"), trace=place)
    for day in sorted(name for name in os.listdir(place) if name.startswith("1999")):
        facts = observed(os.path.join(place, day))["weekday"]
        simulation = simulated(options, os.path.join(place, day, "day.toml"), count)
        rows[day], offered[day] = compared(simulation, facts, "weekday", (1 + count) ** 0.5), facts["offered"]
    lines = [[day, f"{offered[day]:.0f}", *cells(rows[day], REPLAY)] for day in rows]
    for title, kept in [("all days", list(rows)), ("without 14 February", [d for d in rows if d != "1999-02-14"])]:
        total = whole([rows[d] for d in kept], [offered[d] for d in kept])
        lines.append([title, f"{sum(offered[d] for d in kept):.0f}", *cells(total, REPLAY)])
    ending = verdict("days", list(rows.values()), REPLAY)
    return f"{count} replications of each day, seed 1.\n\n{table('day', lines)}\n\n{ending}"


def derived(calls, out, trace=None):
    """Writes the tables of these calls and a scenario beside them that reads them."""
    folder = os.path.join(out, "anonymous-bank")
    with contextlib.redirect_stdout(io.StringIO()):
        derive.derive(calls, argparse.Namespace(out=folder, trace=trace))
    with open(HERE + ".toml") as file:
        text = re.sub(r"gamma_cv = [0-9.]+", f"gamma_cv = {derive.busyness(calls):.3f}", file.read())
    with open(folder + ".toml", "w") as file:
        file.write(text)
    return folder


def hold_out(options, log, place):
    calls, lines, count = read(log), [], options.replications
    days = sorted({call.day for call in calls})
    first, second = (derived([c for c in calls if c.day in days[at::2]], os.path.join(place, str(at))) for at in (0, 1))
    for name, built, shown in [("second", first, second), ("first", second, first)]:
        facts = observed(shown)["weekday"]
        row = compared(simulated(options, built + ".toml", count), facts, "weekday", (1 + count * 2 / WEEKDAYS) ** 0.5)
        lines.append([f"{name} half", f"{facts['offered']:.0f}", *cells(row, MODEL)])
    return f"{count} replications, seed 1.\n\n{table('observed in the', lines)}"


def replace(page, name, text):
    begin, end = f"<!-- {name}: written by compare.py -->", f"<!-- end of {name} -->"
    before, rest = page.split(begin)
    return f"{before}{begin}\n{text}\n{end}{rest.split(end)[1]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", nargs="?", default=derive.DATA)
    parser.add_argument("--switchboard", type=shlex.split, default=["cargo", "run", "--release", "--quiet", "--"])
    parser.add_argument("--replications", type=int, default=1000)
    options = parser.parse_args()
    log = os.path.join(options.data, derive.LOG)
    with open(PAGE) as file:
        page = replace(file.read(), "weekday", weekday(options))
    if os.path.isfile(log):
        place = tempfile.mkdtemp()
        page = replace(page, "replay", replay(options, log, place))
        page = replace(page, "hold-out", hold_out(options, log, place))
        shutil.rmtree(place)
    else:
        print(f"`{log}` not found: the tables made from the log stay as they are", file=sys.stderr)
    with open(PAGE, "w") as file:
        file.write(page)


if __name__ == "__main__":
    main()
