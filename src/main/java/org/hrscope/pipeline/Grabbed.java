package org.hrscope.pipeline;

import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;

/// A frame on its way from capture to inference. Holds the frame until closed.
///
/// @param playing stands for one playing of a source, by identity: what describes it may be equal for two
public record Grabbed(Frame frame, SourceInfo source, long grabNanos, Object playing)
        implements AutoCloseable {

    /// Where only one source is read.
    public Grabbed(Frame frame, SourceInfo source, long grabNanos) {
        this(frame, source, grabNanos, source);
    }

    @Override
    public void close() {
        frame.close();
    }
}
