"""Ciw, W1 only: one node with a hundred servers and reneging customers."""

import sys

import ciw

import workload as w


def main():
    asked = w.arguments()
    if asked.workload != "W1":
        sys.exit("a Ciw node has one queue; groups that share queues by skill cannot be expressed")
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=w.W1_RATE)],
        service_distributions=[ciw.dists.Exponential(rate=1 / w.SERVICE)],
        reneging_time_distributions=[ciw.dists.Exponential(rate=1 / w.PATIENCE)],
        number_of_servers=[w.W1_AGENTS],
    )
    ciw.seed(asked.seed)
    simulation = ciw.Simulation(network)
    seconds = w.timed(
        lambda: simulation.simulate_until_max_customers(asked.contacts, method="Arrive")
    )
    counts = w.Counts()
    for record in simulation.get_all_records(only=["service", "renege"]):
        abandoned = record.record_type == "renege"
        wait = record.waiting_time
        counts.add(record.arrival_date, wait, wait > 0, abandoned)
    w.report("Ciw", asked, counts, seconds)


if __name__ == "__main__":
    main()
