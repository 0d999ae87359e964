package org.hrscope.ui.equation;

/// What somebody multiplies a value by after it was computed. FX thread.
@FunctionalInterface
public interface OwnGain {
    /// 1 where nobody does.
    float of(String value, int channel);
}
