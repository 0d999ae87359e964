package org.hrscope.pipeline;

import org.hrscope.capture.SourceInfo;
import org.hrscope.model.Frame;

/// A frame on its way from the capture thread to the network. Holds the frame until it is closed.
public record Grabbed(Frame frame, SourceInfo source, long grabNanos) implements AutoCloseable {

    @Override
    public void close() {
        frame.close();
    }
}
