package org.hrscope.capture;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Another source, of which a subclass changes something. Threading as in [FrameSource].
public abstract class ForwardingSource implements FrameSource {
    /// The other one.
    protected final FrameSource source;

    protected ForwardingSource(FrameSource source) {
        this.source = source;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public @Nullable Frame next() throws Problem {
        return source.next();
    }

    @Override
    public void seek(long index) throws Problem {
        source.seek(index);
    }

    @Override
    public void skip(int frames) throws Problem {
        source.skip(frames);
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
