package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.hrscope.domain.Frame;

/// The memory that frames of one source live in, used again as soon as nobody holds the frame. Safe for many threads.
public final class FramePool {
    /// Beyond this many idle buffers memory is left to the collector.
    private static final int KEPT = 6;

    private final IntFunction<ByteBuffer> memory;
    private final Deque<ByteBuffer> idle = new ArrayDeque<>();

    public FramePool() {
        this(ByteBuffer::allocateDirect);
    }

    /// @param memory direct, of so many bytes
    FramePool(IntFunction<ByteBuffer> memory) {
        this.memory = memory;
    }

    /// A frame of the given size whose pixels `paint` fills: BGRA, premultiplied, every byte.
    public Frame frame(int width, int height, Frame.Origin origin, Consumer<ByteBuffer> paint) {
        ByteBuffer pixels = take(Math.multiplyExact(Math.multiplyExact(width, height), 4));
        paint.accept(pixels);
        pixels.clear();
        return new Frame(width, height, pixels, origin, () -> giveBack(pixels));
    }

    private synchronized ByteBuffer take(int bytes) {
        for (Iterator<ByteBuffer> each = idle.iterator(); each.hasNext(); ) {
            ByteBuffer pixels = each.next();
            if (pixels.capacity() == bytes) {
                each.remove();
                return pixels;
            }
        }
        return memory.apply(bytes).order(ByteOrder.nativeOrder());
    }

    private synchronized void giveBack(ByteBuffer pixels) {
        idle.push(pixels);
        if (idle.size() > KEPT) idle.removeLast();
    }
}
