package org.hrscope.quantise;

import org.hrscope.capture.ForwardingSource;
import org.hrscope.capture.FrameSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Every so many frames of a source, from the first on, or from the one that was sought. They keep their numbers. One
/// thread.
final class Thinned extends ForwardingSource {
    private final int step;
    private boolean begun;

    Thinned(FrameSource source, int step) {
        super(source);
        this.step = step;
    }

    @Override
    public @Nullable Frame next() throws Problem {
        if (begun) source.skip(step - 1);
        begun = true;
        return source.next();
    }

    @Override
    public void seek(long index) throws Problem {
        source.seek(index);
        begun = false;
    }

    @Override
    public void skip(int frames) throws Problem {
        if (frames == 0) return;
        source.skip(frames * step - (begun ? 0 : step - 1));
        begun = true;
    }
}
