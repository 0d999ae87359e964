package org.hrscope.cli.bench;

import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A source that outlives the run reading it; its owner closes it.
public record KeptOpen(FrameSource source) implements FrameSource {

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public @Nullable Frame next() throws Problem {
        return source.next();
    }

    @Override
    public void close() {}
}
