package org.hrscope.inference;

import java.nio.ByteBuffer;

/// How a network about to be opened is to be run. Any thread.
@FunctionalInterface
public interface Plans {
    /// Where nothing was measured, or where results must not depend on the machine.
    Plans STANDARD = model -> ExecutionPlan.standard();

    /// Never fails: the standard plan where nothing else is known.
    ///
    /// @param model the whole file, to be read without moving its position
    ExecutionPlan of(ByteBuffer model);
}
