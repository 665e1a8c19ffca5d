"""Survival curves by Kaplan and Meier, and shorter ones that say the same."""
from itertools import groupby


def survival(events, fewest=10):
    """Kaplan-Meier points (seconds, share still there) of (seconds, ended, weight); ends when few remain at risk."""
    at_risk, share, points = sum(w for _, _, w in events), 1.0, [(0, 1.0)]
    for at, group in groupby(sorted(events), key=lambda e: e[0]):
        if at_risk < fewest:
            break
        group = list(group)
        ended = sum(w for _, e, w in group if e)
        if ended:
            share *= 1 - ended / at_risk
            points.append((at, share))
        at_risk -= sum(w for _, _, w in group)
    return points


def thinned(points, step=0.005):
    """The points at least `step` apart in share, and the last: small tables, same curve."""
    kept = points[:1]
    for point in points[1:-1]:
        if kept[-1][1] - point[1] >= step:
            kept.append(point)
    return kept + points[-1:]
