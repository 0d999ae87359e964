package org.hrscope.pipeline;

import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Grey frames of 64 x 48 by number; can be told to be lost, to break off, to throw anything.
final class ScriptedSource implements FrameSource {
    final AtomicInteger closed = new AtomicInteger();
    volatile boolean unplugged;
    volatile boolean broken;
    volatile long breaksAt = Long.MAX_VALUE;
    volatile boolean throwsErrors;
    volatile boolean givesClosedFrames;
    volatile boolean held;
    final AtomicInteger asked = new AtomicInteger();
    private final FramePool pool = new FramePool();
    private final SourceInfo info;
    private final long nanosPerFrame;
    private long next;

    ScriptedSource(String name, long frames, boolean live) {
        info = new SourceInfo(name, frames, 100, live);
        nanosPerFrame = 10_000_000;
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public @Nullable Frame next() throws Problem {
        while (held) sleep();
        if (unplugged) throw new Problem("camera.lost", info.name());
        asked.incrementAndGet();
        if (throwsErrors) throw new StackOverflowError();
        if (broken || next >= breaksAt) throw new Problem("video.truncated", info.name());
        if (info.frames() > 0 && next >= info.frames()) return null;
        if (info.live()) sleep();
        long index = next++;
        Frame.Origin origin = new Frame.Origin(info.name(), index, index * nanosPerFrame);
        Frame frame = pool.frame(64, 48, origin, pixels -> {});
        if (givesClosedFrames) frame.close();
        return frame;
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void seek(long index) {
        next = index;
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
