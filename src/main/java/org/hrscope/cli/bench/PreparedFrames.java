package org.hrscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.FrameRun;

/// Replays another source's first frames back and forth, so that no one jumps: a source without cost for
/// benchmarks. One thread.
public final class PreparedFrames implements FrameSource {
    private final List<Frame> frames = new ArrayList<>();
    private final SourceInfo info;
    private int next;

    /// @param source endless, and left open
    public PreparedFrames(FrameSource source, int count) throws Problem, InterruptedException {
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
        int last = frames.size() - 1;
        int at = next++ % Math.max(1, 2 * last);
        return frames.get(Math.min(at, 2 * last - at)).retain();
    }

    @Override
    public void close() {
        frames.forEach(Frame::close);
    }
}
