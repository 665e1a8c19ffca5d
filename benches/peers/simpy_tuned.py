"""SimPy tuned by hand: bare events with callbacks, no processes, patience checked when an agent is free."""

import random
from collections import deque

import simpy
from simpy.events import NORMAL

import workload as w


def event_with(env, callback, value=None):
    """An event that has happened already; scheduling it decides when the callback is called."""
    event = simpy.Event(env)
    event.callbacks.append(callback)
    event._ok = True
    event._value = value
    return event


def one_queue(env, rng, contacts, counts):
    """W1."""
    draw = rng.expovariate
    waiting = deque()
    free = w.W1_AGENTS
    left = contacts
    add = counts.add

    def later(callback, delay):
        env.schedule(event_with(env, callback), NORMAL, delay)

    def arrive(_):
        nonlocal free, left
        left -= 1
        if left:
            later(arrive, draw(w.W1_RATE))
        if free:
            free -= 1
            add(env.now, 0.0, False, False)
            later(end_service, draw(1 / w.SERVICE))
        else:
            waiting.append((env.now, env.now + draw(1 / w.PATIENCE)))

    def end_service(_):
        nonlocal free
        now = env.now
        while waiting:
            arrived, gives_up = waiting.popleft()
            if gives_up >= now:
                add(arrived, now - arrived, True, False)
                later(end_service, draw(1 / w.SERVICE))
                return
            add(arrived, gives_up - arrived, True, True)
        free += 1

    later(arrive, draw(w.W1_RATE))


def many_queues(env, rng, contacts, counts):
    """W2: as W1; a type looks through its groups in order, a freed agent through its queues."""
    draw = rng.expovariate
    waiting = [deque() for _ in range(w.W2_TYPES)]
    free = [w.W2_AGENTS_PER_GROUP] * w.W2_GROUPS
    orders = [w.groups_in_order(kind) for kind in range(w.W2_TYPES)]
    skills = [w.skills(group) for group in range(w.W2_GROUPS)]
    left = contacts
    add = counts.add

    def later(callback, delay, value):
        env.schedule(event_with(env, callback, value), NORMAL, delay)

    def arrive(event):
        nonlocal left
        if not left:
            return
        left -= 1
        kind = event._value
        later(arrive, draw(w.W2_RATE), kind)
        for group in orders[kind]:
            if free[group]:
                free[group] -= 1
                add(env.now, 0.0, False, False)
                later(end_service, draw(1 / w.SERVICE), group)
                return
        waiting[kind].append((env.now, env.now + draw(1 / w.PATIENCE)))

    def end_service(event):
        now = env.now
        group = event._value
        best = None
        for kind in skills[group]:
            queue = waiting[kind]
            while queue and queue[0][1] < now:
                arrived, gives_up = queue.popleft()
                add(arrived, gives_up - arrived, True, True)
            if queue and (best is None or queue[0][0] < best[0][0]):
                best = queue
        if best is None:
            free[group] += 1
            return
        arrived, _ = best.popleft()
        add(arrived, now - arrived, True, False)
        later(end_service, draw(1 / w.SERVICE), group)

    for kind in range(w.W2_TYPES):
        later(arrive, draw(w.W2_RATE), kind)


def main():
    asked = w.arguments()
    env = simpy.Environment()
    counts = w.Counts()
    start = one_queue if asked.workload == "W1" else many_queues
    start(env, random.Random(asked.seed), asked.contacts, counts)
    w.report("SimPy tuned", asked, counts, w.timed(env.run))


if __name__ == "__main__":
    main()
