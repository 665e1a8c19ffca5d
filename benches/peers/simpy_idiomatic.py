"""SimPy as its guide teaches it: a process per contact that waits for an agent or for its patience."""

import random

import simpy

import workload as w


def one_queue(env, rng, contacts, counts):
    """W1: the agents are a resource."""
    agents = simpy.Resource(env, capacity=w.W1_AGENTS)

    def contact():
        arrived = env.now
        waited = agents.count == agents.capacity
        with agents.request() as request:
            if waited:
                yield request | env.timeout(rng.expovariate(1 / w.PATIENCE))
            else:
                yield request
            abandoned = not request.triggered
            counts.add(arrived, env.now - arrived, waited, abandoned)
            if not abandoned:
                yield env.timeout(rng.expovariate(1 / w.SERVICE))

    for _ in range(contacts):
        yield env.timeout(rng.expovariate(w.W1_RATE))
        env.process(contact())


class Centre:
    """W2: free agents by group and waiting contacts by type."""

    def __init__(self, env):
        self.env = env
        self.free = [w.W2_AGENTS_PER_GROUP] * w.W2_GROUPS
        self.waiting = [[] for _ in range(w.W2_TYPES)]
        self.groups = [w.groups_in_order(kind) for kind in range(w.W2_TYPES)]
        self.skills = [w.skills(group) for group in range(w.W2_GROUPS)]

    def request(self, kind):
        """An event that happens, with the group as its value, when an agent takes the contact."""
        event = self.env.event()
        for group in self.groups[kind]:
            if self.free[group]:
                self.free[group] -= 1
                return event.succeed(group)
        self.waiting[kind].append((self.env.now, event))
        return event

    def give_up(self, kind, event):
        """Takes a contact out of its queue."""
        self.waiting[kind] = [entry for entry in self.waiting[kind] if entry[1] is not event]

    def release(self, group):
        """The freed agent takes the longest-waiting contact of its queues, or rests."""
        heads = [(self.waiting[kind][0], kind) for kind in self.skills[group] if self.waiting[kind]]
        if not heads:
            self.free[group] += 1
            return
        (_, event), kind = min(heads, key=lambda head: head[0][0])
        self.waiting[kind].pop(0)
        event.succeed(group)


def many_queues(env, rng, contacts, counts):
    """W2: the arrivals of all types; each type is a process of its own."""
    centre = Centre(env)
    left = [contacts]

    def contact(kind):
        arrived = env.now
        request = centre.request(kind)
        waited = not request.triggered
        if waited:
            yield request | env.timeout(rng.expovariate(1 / w.PATIENCE))
        abandoned = not request.triggered
        counts.add(arrived, env.now - arrived, waited, abandoned)
        if abandoned:
            centre.give_up(kind, request)
            return
        yield env.timeout(rng.expovariate(1 / w.SERVICE))
        centre.release(request.value)

    def arrivals(kind):
        while True:
            yield env.timeout(rng.expovariate(w.W2_RATE))
            if left[0] == 0:
                return
            left[0] -= 1
            env.process(contact(kind))

    for kind in range(w.W2_TYPES):
        env.process(arrivals(kind))
    yield env.timeout(0)


def main():
    asked = w.arguments()
    env = simpy.Environment()
    counts = w.Counts()
    source = one_queue if asked.workload == "W1" else many_queues
    env.process(source(env, random.Random(asked.seed), asked.contacts, counts))
    w.report("SimPy", asked, counts, w.timed(env.run))


if __name__ == "__main__":
    main()
