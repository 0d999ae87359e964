package org.hrscope.recording;

import java.util.List;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The frames of another source from one number to another, both included. Threading as in [FrameSource].
final class RangeSource implements FrameSource {
    private final FrameSource whole;
    private final long from;
    private final long to;
    private boolean begun;

    RangeSource(FrameSource whole, long from, long to) {
        this.whole = whole;
        this.from = from;
        this.to = to;
    }

    /// With the number of frames in the range.
    @Override
    public SourceInfo info() {
        SourceInfo info = whole.info();
        long last = Math.min(to, info.frames() - 1);
        return new SourceInfo(
                info.name(), Math.max(0, last - from + 1), info.framesPerSecond(), info.live());
    }

    /// @throws Problem also `record.empty`
    @Override
    public @Nullable Frame next() throws Problem {
        if (!begun && from > 0 && from <= to && whole.info().seekable()) whole.seek(from);
        Frame frame = from > to ? null : whole.next();
        while (frame != null && frame.origin().index() < from) {
            frame.close();
            frame = whole.next();
        }
        if (frame != null && frame.origin().index() > to) {
            frame.close();
            frame = null;
        }
        if (frame == null && !begun)
            throw new Problem("record.empty", whole.info().name(), from, to);
        begun = true;
        return frame;
    }

    @Override
    public List<Problem> takeSkipped() {
        return whole.takeSkipped();
    }

    @Override
    public void close() {
        whole.close();
    }
}
