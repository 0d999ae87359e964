package org.hrscope.pipeline;

import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;

/// A frame on its way from capture to inference. Holds the frame until closed.
public record Grabbed(Frame frame, SourceInfo source, long grabNanos) implements AutoCloseable {

    @Override
    public void close() {
        frame.close();
    }
}
