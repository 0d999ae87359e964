package org.hrscope.quantise;

import java.util.List;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Every so many frames of a source, from the first on. One thread.
final class Thinned implements FrameSource {
    private final FrameSource source;
    private final int step;
    private boolean begun;

    Thinned(FrameSource source, int step) {
        this.source = source;
        this.step = step;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public @Nullable Frame next() throws Problem {
        if (begun) source.skip(step - 1);
        begun = true;
        return source.next();
    }

    @Override
    public List<Problem> takeSkipped() {
        return source.takeSkipped();
    }

    @Override
    public void close() {
        source.close();
    }
}
