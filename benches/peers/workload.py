"""W1 and W2, how a peer is called, and the line it prints; all times in minutes."""

import argparse
import json
import time

WARM_UP = 200.0
SERVICE = 5.0
PATIENCE = 3.0

W1_AGENTS = 100
W1_RATE = 20.0

W2_TYPES = 10
W2_RATE = 9.5
W2_GROUPS = 20
W2_AGENTS_PER_GROUP = 25


def skills(group):
    """The types a group serves, first skill first."""
    steps = (0, 1, 3) if group < W2_TYPES else (0, 4, 7)
    return [(group + step) % W2_TYPES for step in steps]


def groups_in_order(kind):
    """The groups that serve a type: by rank of the skill, then by number."""
    return [
        group
        for rank in range(3)
        for group in range(W2_GROUPS)
        if skills(group)[rank] == kind
    ]


class Counts:
    """What happened to the contacts that arrived after the warm-up."""

    def __init__(self):
        self.contacts = 0
        self.waited = 0
        self.abandoned = 0
        self.waits = 0.0

    def add(self, arrived, wait, waited, abandoned):
        """Counts one contact when it is answered or gives up."""
        if arrived >= WARM_UP:
            self.contacts += 1
            self.waited += waited
            self.abandoned += abandoned
            self.waits += wait


def arguments():
    """Workload, number of contacts and seed from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("workload", choices=["W1", "W2"])
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def timed(loop):
    """Runs the loop; the result is its process CPU time in seconds."""
    start = time.process_time()
    loop()
    return time.process_time() - start


def report(program, asked, counts, seconds):
    """Prints the line of JSON."""
    print(
        json.dumps(
            {
                "program": program,
                "workload": asked.workload,
                "contacts": asked.contacts,
                "counted": counts.contacts,
                "seconds": seconds,
                "contacts_per_second": asked.contacts / seconds,
                "mean_wait_min": counts.waits / counts.contacts,
                "p_wait": counts.waited / counts.contacts,
                "abandoned": counts.abandoned / counts.contacts,
            }
        )
    )
