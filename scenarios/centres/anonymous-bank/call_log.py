"""The calls of the log, cleaned, and how each splits over the scenario's types."""
import csv
import datetime
import gzip
from itertools import groupby

LOG = "anonymous_bank_1999_02.tsv.gz"
OPEN, CLOSE, STEP = 7 * 3600, 24 * 3600, 1800  # [s of the day]
# On this evening some 350 people called in 90 minutes, ten times as many as usual, and were answered in under a minute
# each: an incident, not part of an average weekday.
INCIDENT, INCIDENT_SLOTS = datetime.date(1999, 2, 14), range(42, 45)  # day and half hours: 21:00 to 22:30
TYPES = ["prospective", "regular", "priority", "exchange", "exchange-priority", "internet", "returned"]


def seconds(clock):
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


class Call:
    """One caller who wanted an agent; times in seconds of the day."""

    def __init__(self, row, day):
        self.day, self.kind, self.marked = day, row["type"].strip(), int(row["priority"]) == 2
        self.queued = row["q_start"] != "0:00:00"
        self.answered = row["outcome"].strip() == "AGENT"
        self.arrival = seconds(row["vru_exit"])
        self.wait = int(row["q_time"]) if self.queued else 0
        self.left_queue = seconds(row["q_exit"]) if self.queued else self.arrival
        self.joined = self.left_queue - self.wait
        self.service, self.server = int(row["ser_time"]), row["server"].strip()
        start, end = seconds(row["ser_start"]), seconds(row["ser_exit"])
        if start == 0 or abs(end - start - self.service) > 2:  # a broken clock: trust the duration
            start, end = self.left_queue, self.left_queue + min(self.service, 3600)
        self.start, self.end = start, end


def read(path):
    calls = []
    with gzip.open(path, "rt") as log:
        for row in csv.DictReader(log, delimiter="\t"):
            text = row["date"]
            day = datetime.date(1900 + int(text[:2]), int(text[2:4]), int(text[4:]))
            wanted = row["outcome"].strip() == "AGENT" or row["q_start"] != "0:00:00"
            if day.weekday() not in (4, 5) and wanted and row["outcome"].strip() != "PHANTOM":
                calls.append(Call(row, day))
    return calls


def half_hour(instant):
    return instant // STEP


def clock(instant):
    return f"{int(instant) // 3600:02d}:{int(instant) % 3600 // 60:02d}"


def in_hours(call):
    return OPEN <= call.arrival < CLOSE


def ordinary(call):
    """Whether the call counts for an average weekday."""
    return in_hours(call) and not (call.day == INCIDENT and half_hour(call.arrival) in INCIDENT_SLOTS)


def days_in(days, slot):
    """Number of days that count for an average half hour."""
    return len(days) - (INCIDENT in days and slot in INCIDENT_SLOTS)


def credit_share(calls):
    """Share of the calls marked priority that really overtake a regular call less than 85 s older."""
    overtaken = pairs = 0
    queued = [c for c in calls if c.queued and c.kind == "PS"]
    for _, group in groupby(sorted(queued, key=lambda c: (c.day, c.joined)), key=lambda c: c.day):
        group = list(group)
        for index, older in enumerate(group):
            for younger in group[index + 1:]:
                if younger.joined >= older.left_queue:
                    break
                if older.marked or not younger.marked or younger.joined - older.joined >= 85:
                    continue
                first, second = sorted((older, younger), key=lambda c: c.left_queue)
                if first.answered and second.left_queue - first.left_queue > 2:
                    pairs += 1
                    overtaken += first is younger
    return overtaken / pairs


def marked_share(calls, kinds):
    queued = [c for c in calls if c.queued and c.kind in kinds]
    return sum(c.marked for c in queued) / len(queued)


class Shares:
    """How a call splits over the scenario's types, as weights that add up to one."""

    def __init__(self, calls):
        self.credit = credit_share(calls)
        self.marked = {"PS": marked_share(calls, {"PS", "PE"}), "NE": marked_share(calls, {"NE"})}
        self.marked["PE"] = self.marked["PS"]

    def of(self, call):
        plain = {"NW": "prospective", "IN": "internet", "TT": "returned"}.get(call.kind)
        if plain:
            return {plain: 1.0}
        marked = float(call.marked) if call.queued else self.marked[call.kind]
        low, high = ("exchange", "exchange-priority") if call.kind == "NE" else ("regular", "priority")
        return {low: 1 - marked * self.credit, high: marked * self.credit}
