#!/usr/bin/env python3
"""Derives the fact tables of the anonymous-bank scenario from the bank's call log of February 1999.

Usage:  python3 derive.py [LOG_DIRECTORY] [--out DIRECTORY] [--trace DIRECTORY] [--days even|odd]

LOG_DIRECTORY holds `anonymous_bank_1999_02.tsv.gz`; if not given, it is `anonymous-bank-feb1999` in the directory that
SWITCHBOARD_DATA names, or else in `../shared/data` beside the checkout. The small tables go next to this script (or to
--out) and may be shared; the files written by --trace hold single calls and may not. Every table covers the 20 weekdays
(Sunday to Thursday, 07:00 to 24:00), or half of them with --days. No wait is fitted: each rule below reads the log only.

The rules
  Callers      A row counts if an agent answered or it joined the queue; PHANTOM rows are dropped.
               Arrival: leaving the VRU. Rates and what was observed leave out one incident, the evening
               of 14 February (see call_log.py).
  Types        PS, PE: regular or priority; NE: exchange or exchange-priority; NW: prospective; IN:
               internet; TT: returned. The log knows the priority only of calls that queued, so its
               share among them is used for all.
  Head start   Among pairs that waited together, NW is overtaken by regular calls up to 90 s younger and
               by priority calls up to 180 s younger, and hardly ever beyond; so the head starts are 0, 90
               and 180 s. A fifth of the calls marked priority never overtakes a regular call: that
               part (measured by credit_share) counts as regular.
  Patience     Kaplan-Meier over queued calls: hanging up is the event, being answered censors.
  Service      Means of 100 equal slices of the ordered service times (no record, 0 s or over 1 h: left
               out).
  Wrap-up      Time an agent cannot be given a call after one ends: after-call work and the switch's
               delay. A gap between two calls tells about it only while a call he can serve waits; so,
               Kaplan-Meier with late entry: at risk at x seconds are the gaps in which a call waits at
               that moment, the event is taking it. Given at most 60 s.
  Presence     An agent is present from his first to his last call of the day, or to the full hour if
               near, but absent in gaps of more than 20 minutes and in gaps in which a call he can serve
               waited 60 s after his last call.
  Skills       An agent serves on a day the types he answered at least twice that day; internet counts
               as prospective.
"""
import argparse
import csv
import os
import sys
from collections import Counter, defaultdict

from call_log import CLOSE, LOG, OPEN, STEP, TYPES, Shares, clock, days_in, half_hour, ordinary, read
from presence import TEAMS, by_agent, gaps_of, presence, sessions_of, skills_of, waiting_spans, wrap_up
from survival import survival, thinned

HERE = os.path.dirname(os.path.abspath(__file__))
BESIDE = os.path.normpath(os.path.join(HERE, *[os.pardir] * 4, "shared", "data"))
DATA = os.path.join(os.environ.get("SWITCHBOARD_DATA", BESIDE), "anonymous-bank-feb1999")
TABLES = {"regular": {"PS", "PE"}, "prospective": {"NW"}, "exchange": {"NE"}, "internet": {"IN"}, "returned": {"TT"}}


def patience(calls, shares, name):
    events = [(c.wait, not c.answered, shares.of(c).get(name, 0.0)) for c in calls if c.queued]
    return survival([e for e in events if e[2] > 0])


def write(path, header, rows):
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


SLOTS = range(OPEN // STEP, CLOSE // STEP)


def write_rates(out, calls, shares, days):
    counts = Counter()
    for call in filter(ordinary, calls):
        for name, weight in shares.of(call).items():
            counts[half_hour(call.arrival), name] += weight
    hours = {slot: days_in(days, slot) * STEP / 3600 for slot in SLOTS}
    rows = [[clock(s * STEP)] + [f"{counts[s, n] / hours[s]:.2f}" for n in TYPES] for s in SLOTS]
    write(os.path.join(out, "rates.csv"), ["interval"] + TYPES, rows)


def slice_means(ordered, slices):
    """Means of equal slices of the ordered values, each value cut where a slice ends within it."""
    count = len(ordered)
    share = [ordered[i // slices] for i in range(count * slices)]
    return [sum(share[i * count:(i + 1) * count]) / count for i in range(slices)]


def write_service(out, calls, slices=100):
    columns = []
    for kinds in TABLES.values():
        times = sorted(c.service for c in calls if c.answered and c.kind in kinds and 0 < c.service <= 3600)
        columns.append(slice_means(times, slices))
    write(os.path.join(out, "service.csv"), list(TABLES), [[f"{x:.1f}" for x in row] for row in zip(*columns)])


def write_curves(out, calls, shares, gaps):
    for name in TYPES:
        points = thinned(patience(calls, shares, name))
        write(os.path.join(out, f"patience-{name}.csv"), ["seconds", "share"], [[t, f"{s:.4f}"] for t, s in points])
    rows = [[t, f"{s:.4f}"] for t, s in wrap_up(gaps)]
    write(os.path.join(out, "wrap-up.csv"), ["seconds", "share"], rows)


def write_agents(out, table, days):
    mean = Counter()
    for (_, slot, name), present in table.items():
        mean[slot, name] += present / days
    rows = [[clock(s * STEP)] + [f"{mean[s, t]:.3f}" for t in TEAMS] for s in SLOTS]
    write(os.path.join(out, "agents.csv"), ["interval"] + TEAMS, rows)


def observed_row(label, calls):
    n = max(len(calls), 1)
    soon = sum(c.answered and c.wait <= 20 for c in calls)
    waits, lost = sum(c.wait for c in calls), sum(not c.answered for c in calls)
    return [label, f"{waits / n:.2f}", f"{lost / n:.4f}", f"{soon / n:.4f}"]


def write_observed(out, calls, days):
    slots = defaultdict(list)
    for call in calls:
        slots[half_hour(call.arrival)].append(call)
    rows = [observed_row(clock(s * STEP), slots[s]) for s in SLOTS]
    offered = [len(slots[s]) / days_in(days, s) for s in SLOTS]
    rows.append(observed_row("weekday", calls))
    for row, number in zip(rows, [*offered, sum(offered)]):
        row.insert(1, f"{number:.2f}")
    header = ["interval", "offered", "mean_wait_seconds", "abandoned_share", "answered_within_20s_share"]
    write(os.path.join(out, "observed.csv"), header, rows)


def busyness(calls):
    """Coefficient of variation of the days' volumes beyond that of a Poisson count."""
    volumes = Counter(c.day for c in filter(ordinary, calls)).values()
    mean = sum(volumes) / len(volumes)
    variance = sum((v - mean) ** 2 for v in volumes) / (len(volumes) - 1)
    return max(variance - mean, 0) ** 0.5 / mean


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", nargs="?", default=DATA)
    parser.add_argument("--out", default=HERE)
    parser.add_argument("--trace", help="directory for a scenario of each day, with its own arrivals and shifts (do not share)")
    parser.add_argument("--days", choices=["even", "odd", "all"], default="all", help="every second weekday only")
    return parser.parse_args()


def main():
    options = arguments()
    path = os.path.join(options.data, LOG)
    if not os.path.isfile(path):
        sys.exit(f"`{path}` not found: give the directory of the log as argument, or the one above in SWITCHBOARD_DATA")
    calls = read(path)
    if options.days != "all":
        kept = sorted({c.day for c in calls})[options.days == "odd"::2]
        calls = [c for c in calls if c.day in kept]
    derive(calls, options)


def derive(calls, options):
    days = {c.day for c in calls}
    shares, agents = Shares(calls), by_agent(calls)
    skills = skills_of(agents)
    spans = waiting_spans(calls)
    gaps = gaps_of(agents, skills, spans)
    sessions = sessions_of(agents, skills, spans, gaps)
    table = presence(sessions, skills, days)
    os.makedirs(options.out, exist_ok=True)
    write_rates(options.out, calls, shares, days)
    write_service(options.out, calls)
    write_curves(options.out, calls, shares, gaps)
    write_agents(options.out, table, len(days))
    write_observed(options.out, list(filter(ordinary, calls)), days)
    if options.trace:
        import trace_days
        trace_days.write(options.trace, calls, shares, (sessions, skills))
    print(f"{len(days)} weekdays, {len(calls)} calls, busyness cv {busyness(calls):.3f}; "
          f"a head start for {shares.credit:.3f} of the calls marked priority")


if __name__ == "__main__":
    main()
