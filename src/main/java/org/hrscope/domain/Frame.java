package org.hrscope.domain;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/// One picture of a source: BGRA premultiplied bytes, rows top to bottom without gaps, as JavaFX's `PixelBuffer` and
/// OpenCV's `CV_8UC4` want them. Nobody writes to it once it is made.
///
/// Its memory comes from a pool: who keeps a frame beyond the call that gave it says [#retain()], and everyone who
/// holds it says [#close()] once. A frame that is never closed is only garbage, never a leak. Safe for many threads.
public final class Frame implements AutoCloseable {

    /// Where a frame comes from: the source's own name for it (a file's name, a camera's), its number from 0 in the
    /// source, and its time from the source's start in nanoseconds.
    public record Origin(String name, long index, long positionNanos) {}

    private final int width;
    private final int height;
    private final ByteBuffer pixels;
    private final Origin origin;
    private final Runnable whenFree;
    private final AtomicInteger holders = new AtomicInteger(1);

    /// @param pixels   direct, width * height * 4 bytes
    /// @param whenFree called once, when the last holder has closed the frame
    public Frame(int width, int height, ByteBuffer pixels, Origin origin, Runnable whenFree) {
        if (width <= 0 || height <= 0 || pixels.capacity() != width * height * 4) {
            throw new IllegalArgumentException(
                    pixels.capacity() + " bytes are not " + width + "x" + height + "x4");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.origin = origin;
        this.whenFree = whenFree;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The same buffer for every frame that shares this memory, so that what wraps it can be kept.
    public ByteBuffer pixels() {
        return pixels;
    }

    public Origin origin() {
        return origin;
    }

    /// One more holder.
    ///
    /// @throws IllegalStateException where the frame has been given back
    public Frame retain() {
        if (holders.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
            throw new IllegalStateException("frame " + origin + " was given back");
        }
        return this;
    }

    @Override
    public void close() {
        int before = holders.getAndUpdate(n -> n == 0 ? 0 : n - 1);
        if (before == 1) whenFree.run();
    }
}
