package org.hrscope.inference;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// How a network about to be opened is to be run. Any thread.
@FunctionalInterface
public interface Plans {
    /// Where nothing was measured, or where results must not depend on the machine.
    Plans STANDARD = model -> new Choice(ExecutionPlan.standard(), null);

    /// @param sha256 of the network, lower-case hex, where the plan was looked up by it: reading a large file twice
    ///     takes long
    record Choice(ExecutionPlan plan, @Nullable String sha256) {}

    /// Never fails: the standard plan where nothing else is known.
    ///
    /// @param model the whole file, to be read without moving its position
    Choice of(ByteBuffer model);
}
