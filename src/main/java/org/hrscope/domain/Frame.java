package org.hrscope.domain;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/// One frame of a source: premultiplied BGRA bytes, top to bottom, rows unpadded, as JavaFX's `PixelBuffer` and
/// OpenCV's `CV_8UC4` expect. Immutable once made.
///
/// Memory is pooled and reference-counted: call [#retain()] to keep a frame beyond the call that passed it, and
/// [#close()] once per holder. A frame never closed is garbage-collected, not leaked. Thread-safe.
public final class Frame implements AutoCloseable {

    /// Where a frame comes from: the source's name (of a file or camera), the frame's number from 0, and its time
    /// since the source's start in nanoseconds.
    public record Origin(String name, long index, long positionNanos) {}

    private final int width;
    private final int height;
    private final ByteBuffer pixels;
    private final Origin origin;
    private final Runnable whenFree;
    private final AtomicInteger holders = new AtomicInteger(1);

    /// @param pixels   direct, width * height * 4 bytes
    /// @param whenFree called once, when the last holder closes the frame
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

    /// The same buffer object for all frames that share this memory, so that wrappers can be cached.
    public ByteBuffer pixels() {
        return pixels;
    }

    public Origin origin() {
        return origin;
    }

    /// Adds a holder.
    ///
    /// @throws IllegalStateException if the frame has been freed
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
