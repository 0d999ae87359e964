package org.hrscope.pipeline;

import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;

/// A frame on its way from capture to inference. Holds the frame until closed.
///
/// @param playing stands for one playing of a source, by identity: what describes it may be equal for two
/// @param aside   what is shown stays: see [PoseEngine#glances]
public record Grabbed(Frame frame, SourceInfo source, long grabNanos, Object playing, boolean aside)
        implements AutoCloseable {

    /// To be shown.
    public Grabbed(Frame frame, SourceInfo source, long grabNanos, Object playing) {
        this(frame, source, grabNanos, playing, false);
    }

    /// Where only one source is read.
    public Grabbed(Frame frame, SourceInfo source, long grabNanos) {
        this(frame, source, grabNanos, source);
    }

    @Override
    public void close() {
        frame.close();
    }
}
