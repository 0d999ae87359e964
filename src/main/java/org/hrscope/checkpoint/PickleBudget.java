package org.hrscope.checkpoint;

/// Limits how much a pickle may build, so that a small file cannot exhaust the heap. The largest HRNet checkpoint
/// with its optimiser uses a tenth of it.
final class PickleBudget {
    private static final int STEPS = 2_000_000;
    private static final long TEXT = 16 << 20;

    private int steps;
    private long text;

    /// One instruction, or one entry of a copied container.
    void spend() {
        if (++steps > STEPS) throw new BrokenCheckpoint("checkpoint.too-much");
    }

    void spendText(long bytes) {
        text += bytes;
        if (text > TEXT) throw new BrokenCheckpoint("checkpoint.too-much");
    }
}
