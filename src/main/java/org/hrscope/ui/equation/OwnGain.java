package org.hrscope.ui.equation;

import org.hrscope.pipeline.Alteration;
import org.jspecify.annotations.Nullable;

/// What somebody multiplied a value by after it was computed. FX thread.
@FunctionalInterface
public interface OwnGain {
    /// 1 where nobody did.
    ///
    /// @param altered in the pass that the value is of; null for nothing
    float of(String value, int channel, @Nullable Alteration altered);
}
