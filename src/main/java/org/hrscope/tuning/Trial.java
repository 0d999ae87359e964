package org.hrscope.tuning;

import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;

/// One plan, ready to run. One thread.
public interface Trial extends AutoCloseable {

    /// Opens trials, and has the clock; in tests, both are simulated.
    interface Bench {
        /// May take seconds. The caller closes it.
        Trial open(ExecutionPlan plan) throws Problem;

        /// The plan in use, which every other is compared with; closing it does nothing.
        Trial inUse();

        /// Nanoseconds spent on measuring and opening.
        long now();
    }

    /// Runs for about that long, but all lanes at least once.
    ///
    /// @return estimates a second
    double rate(long nanos) throws Problem, InterruptedException;

    /// What else is to be told: which provider ran the nodes; empty for nothing.
    default String remark() {
        return "";
    }

    @Override
    void close();
}
