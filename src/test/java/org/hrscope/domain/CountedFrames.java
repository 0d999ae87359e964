package org.hrscope.domain;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/// Frames that are counted until somebody has given them back. Any thread.
public final class CountedFrames {
    private final AtomicInteger out = new AtomicInteger();

    /// How many are not given back.
    public int out() {
        return out.get();
    }

    /// A black one of a clip with 25 frames a second.
    public Frame ofClip(long index) {
        Frame.Origin origin = new Frame.Origin("clip.mp4", index, index * 40_000_000L);
        return of(new Frame(64, 48, ByteBuffer.allocateDirect(4 * 64 * 48), origin, () -> {}));
    }

    /// One with the same pixels and origin.
    public Frame of(Frame painted) {
        out.incrementAndGet();
        return new Frame(
                painted.width(),
                painted.height(),
                painted.pixels(),
                painted.origin(),
                out::decrementAndGet);
    }
}
