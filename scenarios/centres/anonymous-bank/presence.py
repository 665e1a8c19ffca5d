"""Agents: what they serve, how long they are busy after a call, and when they are there."""
import bisect
from collections import Counter, defaultdict

from call_log import CLOSE, STEP, half_hour

WRAP_LIMIT, GAP_LIMIT, EDGE = 60, 1200, 600  # [s]
SLACK, DISPATCH = 2, 6  # [s]; clocks of queue and service differ by SLACK, a waiting call is given out within DISPATCH
TEAMS = ["bankers", "advisers", "all-rounders", "exchange-desk"]
SKILL = {"PS": "banking", "PE": "banking", "TT": "banking", "NW": "prospects", "NE": "exchange", "IN": "prospects"}


def by_agent(calls):
    agents = defaultdict(list)
    for call in calls:
        if call.answered and call.server != "NO_SERVER":
            agents[call.day, call.server].append(call)
    for served in agents.values():
        served.sort(key=lambda c: c.start)
    return agents


def skills_of(agents):
    """Per agent and day: what he serves; each skill needs two calls, or one on a short day."""
    skills = {}
    for key, served in agents.items():
        counts = Counter(SKILL[c.kind] for c in served)
        mine = {s for s in ("prospects", "exchange") if counts[s] >= (2 if len(served) >= 15 else 1)}
        if counts["banking"] >= 0.15 * len(served):
            mine.add("banking")
        skills[key] = frozenset(mine or {"banking"})
    return skills


def team(skills):
    """The team of an agent; those who only do banking (0.3 people on average) count as `bankers`."""
    if "banking" not in skills:
        return "exchange-desk"
    if "prospects" not in skills:
        return "bankers"
    return "all-rounders" if "exchange" in skills else "advisers"


def waiting_spans(calls):
    """Per day and skill: the spans in which at least one call waits."""
    spans = defaultdict(list)
    for call in sorted(calls, key=lambda c: c.joined):
        if call.wait > 0:
            mine = spans[call.day, SKILL[call.kind]]
            if mine and call.joined <= mine[-1][1]:
                mine[-1] = (mine[-1][0], max(mine[-1][1], call.left_queue))
            else:
                mine.append((call.joined, call.left_queue))
    return spans


def overlaps(spans, start, end):
    first = max(bisect.bisect_right(spans, (start, CLOSE)) - 1, 0)
    found = []
    for low, high in spans[first:]:
        if low >= end:
            break
        if min(high, end) > max(low, start):
            found.append((max(low, start), min(high, end)))
    return found


def gaps_of(agents, skills, spans):
    """Per agent and day: (end of a call, start of the next, spans in which a call of his main skill waited)."""
    gaps = {}
    for key, served in agents.items():
        main, mine, end = main_skill(skills[key]), [], None
        for call in served:
            if end is not None and call.start > end:
                mine.append((end, call.start, overlaps(spans[key[0], main], end, call.start)))
            end = max(end or 0, call.end)
        gaps[key] = mine
    return gaps


def wrap_up(gaps):
    """Survival of the time an agent is away after a call, second by second; a gap counts while a call waits in it."""
    enter, leave, back = Counter(), Counter(), Counter()
    for start, end, waited in (gap for mine in gaps.values() for gap in mine):
        for low, high in waited:
            taken = high >= end - SLACK
            enter[low - start] += 1
            leave[(end if taken else high) - start] += 1
            back[end - start] += taken
    at_risk, share, points = enter[0], 1.0, [(0, 1.0)]
    for at in range(1, WRAP_LIMIT + 1):
        if back[at]:
            share *= 1 - back[at] / at_risk
            points.append((at, share))
        at_risk += enter[at] - leave[at]
    return [(at, (left - share) / (1 - share)) for at, left in points]


def absent(gap):
    """Whether the agent was away in the gap, not idle: too long, or a call he can serve was left waiting."""
    start, end, waited = gap
    spans = [(low, min(high, end - DISPATCH)) for low, high in waited]
    proofs = [high - start for low, high in spans if high - low >= SLACK]
    return end - start > GAP_LIMIT or max(proofs, default=0) > WRAP_LIMIT


def shift_edges(served, spans):
    """First and last second of the working day: the full hour, if near and if no call he can serve waited between."""
    first, last = served[0].start, max(c.end for c in served)
    hour_before, hour_after = first - first % 3600, last + -last % 3600
    if first - hour_before <= EDGE and not overlaps(spans, hour_before, first - DISPATCH):
        first = hour_before
    if hour_after - last <= EDGE and not overlaps(spans, last + DISPATCH, hour_after):
        last = hour_after
    return first, last


def sessions_of(agents, skills, spans, gaps):
    """Per agent and day: the spans (start, end) in which he is present."""
    sessions = {}
    for key, served in agents.items():
        first, last = shift_edges(served, spans[key[0], main_skill(skills[key])])
        breaks = [edge for gap in gaps[key] if absent(gap) for edge in gap[:2]]
        edges = [first, *breaks, last]
        sessions[key] = list(zip(edges[::2], edges[1::2]))
    return sessions


def main_skill(skills):
    return "banking" if "banking" in skills else "exchange"


def presence(sessions, skills, days):
    """Agents present [mean number] by (day, half hour, team)."""
    table = Counter()
    for key, spans in sessions.items():
        for start, end in spans:
            for slot in range(half_hour(start), half_hour(end) + 1):
                inside = min(end, (slot + 1) * STEP) - max(start, slot * STEP)
                table[key[0], slot, team(skills[key])] += max(inside, 0) / STEP
    return {key: value for key, value in table.items() if key[0] in days}
