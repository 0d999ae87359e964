package org.hrscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.FrameRun;

/// The first frames of another source, again and again: a source that costs nothing while others are measured. One
/// thread.
final class PreparedFrames implements FrameSource {
    private final List<Frame> frames = new ArrayList<>();
    private final SourceInfo info;
    private int next;

    /// @param source endless, and left open
    PreparedFrames(FrameSource source, int count) throws Problem, InterruptedException {
        info = source.info();
        FrameRun.run(
                () -> new KeptOpen(source),
                grabbed -> {
                    frames.add(grabbed.frame().retain());
                    return frames.size() < count;
                });
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Frame next() {
        return frames.get(next++ % frames.size()).retain();
    }

    @Override
    public void close() {
        frames.forEach(Frame::close);
    }
}
