//! The price of an event list: take the earliest of n pending events and put it back later.
//!
//! The winner tree and the standard library's heap meet the same sequence of times.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use rand::SeedableRng;
use rand_distr::{Distribution, Exp1};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::winner_tree::{NEVER, WinnerTree};

/// Mean of the time by which an event is put back later [ticks].
const MEAN: f64 = 3e8;
/// Times drawn beforehand, used over and over; a power of two.
const SPANS: usize = 4096;

/// Adds the group.
pub(crate) fn define(criterion: &mut Criterion) {
    pending::<256>(criterion, 100);
    pending::<2048>(criterion, 1_000);
    pending::<32_768>(criterion, 10_000);
    pending::<262_144>(criterion, 100_000);
}

/// Both structures with `pending` events; a tree of `NODES` nodes has room for them.
fn pending<const NODES: usize>(criterion: &mut Criterion, pending: usize) {
    let mut group = criterion.benchmark_group("take and put back");
    let mut tree = filled_tree::<NODES>(pending);
    let mut later = spans().into_iter().cycle();
    group.bench_function(BenchmarkId::new("winner tree", pending), |bencher| {
        bencher.iter(|| {
            let key = tree.first();
            assert!(key != NEVER, "the tree keeps its events");
            let ticks = WinnerTree::<NODES>::ticks(key) + later.next().unwrap_or_default();
            let slot = WinnerTree::<NODES>::slot(key);
            tree.put(slot, WinnerTree::<NODES>::key(ticks, slot));
            black_box(key)
        });
    });
    let mut heap = filled_heap(pending);
    let mut later = spans().into_iter().cycle();
    group.bench_function(BenchmarkId::new("binary heap", pending), |bencher| {
        bencher.iter(|| {
            let event = heap.pop();
            if let Some(Reverse((ticks, slot))) = event {
                heap.push(Reverse((ticks + later.next().unwrap_or_default(), slot)));
            }
            black_box(event)
        });
    });
    group.finish();
}

fn filled_tree<const NODES: usize>(pending: usize) -> WinnerTree<NODES> {
    let mut tree = WinnerTree::new();
    for (slot, ticks) in spans().into_iter().cycle().take(pending).enumerate() {
        tree.put(slot, WinnerTree::<NODES>::key(ticks, slot));
    }
    tree
}

fn filled_heap(pending: usize) -> BinaryHeap<Reverse<(u64, u64)>> {
    let slots = 0..pending as u64;
    spans().into_iter().cycle().zip(slots).map(Reverse).collect()
}

fn spans() -> Vec<u64> {
    let generator = Xoshiro256PlusPlus::seed_from_u64(1);
    let draws: Vec<f64> = Exp1.sample_iter(generator).take(SPANS).collect();
    draws.into_iter().map(|draw| (draw * MEAN) as u64).collect()
}
