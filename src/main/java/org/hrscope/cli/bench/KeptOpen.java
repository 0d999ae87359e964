package org.hrscope.cli.bench;

import org.hrscope.capture.ForwardingSource;
import org.hrscope.capture.FrameSource;

/// A source that outlives the run reading it; its owner closes it.
public final class KeptOpen extends ForwardingSource {

    public KeptOpen(FrameSource source) {
        super(source);
    }

    @Override
    public void close() {}
}
