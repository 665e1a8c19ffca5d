"""Scenarios that replay the log: for each day its own arrivals and its own agents, everything else as on the average
weekday. They hold single calls, so they must not be shared.

Each is `../anonymous-bank.toml` with three changes: the date, `arrivals` (a trace), and `agents` (shifts with breaks).
A call that never queued has no known priority; it draws one with the shares of those that queued, with a fixed seed.
"""
import datetime
import os
import random
import re
from collections import defaultdict

import derive
from call_log import CLOSE, OPEN, in_hours
from presence import team

HERE = os.path.dirname(os.path.abspath(__file__))


def write(out, calls, shares, agents):
    with open(HERE + ".toml") as file:
        template = file.read()
    draws = random.Random(1999)
    for day in sorted({c.day for c in calls}):
        folder = os.path.join(out, day.isoformat())
        os.makedirs(folder, exist_ok=True)
        mine = sorted((c for c in calls if c.day == day and in_hours(c)), key=lambda c: c.arrival)
        write_arrivals(folder, mine, shares, draws)
        derive.write_observed(folder, mine, [None])
        with open(os.path.join(folder, "day.toml"), "w") as file:
            file.write(scenario(template, folder, day, shifts(day, *agents)))


def write_arrivals(folder, calls, shares, draws):
    rows = []
    for call in calls:
        weights = shares.of(call)
        rows.append([stamp(call.day, call.arrival), draws.choices(list(weights), list(weights.values()))[0]])
    derive.write(os.path.join(folder, "arrivals.csv"), ["timestamp", "type"], rows)


def stamp(day, instant):
    midnight = datetime.datetime.combine(day, datetime.time())
    return (midnight + datetime.timedelta(seconds=instant)).isoformat()


def shifts(day, sessions, skills):
    """By team: the spans of presence of each of its agents."""
    teams = defaultdict(list)
    for key in sorted(sessions):
        if key[0] == day:
            spans = [(max(start, OPEN), min(end, CLOSE)) for start, end in sessions[key]]
            teams[team(skills[key])].append([span for span in spans if span[0] < span[1]])
    return teams


def scenario(template, folder, day, teams):
    section, lines = "", []
    for line in template.splitlines():
        heading = re.match(r"\[(.+)\]", line)
        section = heading.group(1) if heading else section
        if line.startswith("start ="):
            line = f'start = "{day.isoformat()}T07:00"'
        elif line.startswith("arrivals ="):
            line = arrivals(section.removeprefix("contacts."))
        elif line.startswith("agents ="):
            line = staff(teams[section.removeprefix("teams.")])
        elif line.startswith("from =") and section.startswith("teams."):
            continue
        lines.append(line.replace('"anonymous-bank/', f'"{os.path.relpath(HERE, folder)}/'))
    return "\n".join(lines) + "\n"


def arrivals(kind):
    rows = f'{{ column = "type", equals = "{kind}" }}'
    return f'arrivals = {{ trace = {{ times = {{ csv = "arrivals.csv", column = "timestamp", where = {rows} }} }} }}'


def staff(agents):
    """The setting that puts these agents at work; a break that falls into a call is shortened by it."""
    if not agents:
        return "agents = 0"
    return 'late_break = "shorten"\nshifts = [\n' + "".join(f"  {shift(spans)},\n" for spans in agents) + "]"


def shift(spans):
    breaks = [f'{{ at = "{clock(end)}", length = "{start - end}s" }}' for (_, end), (start, _) in zip(spans, spans[1:])]
    return f'{{ start = "{clock(spans[0][0])}", end = "{clock(spans[-1][1])}", breaks = [{", ".join(breaks)}] }}'


def clock(instant):
    return f"{instant // 3600:02d}:{instant % 3600 // 60:02d}:{instant % 60:02d}"
