package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.hrscope.domain.Frame;

/// Recycles the memory of one source's frames once nobody holds them. Thread-safe.
public final class FramePool {
    /// Idle buffers beyond this number are left to the garbage collector.
    private static final int KEPT = 6;

    private final IntFunction<ByteBuffer> memory;
    private final Deque<ByteBuffer> idle = new ArrayDeque<>();

    public FramePool() {
        this(ByteBuffer::allocateDirect);
    }

    /// @param memory allocates a direct buffer of this many bytes
    FramePool(IntFunction<ByteBuffer> memory) {
        this.memory = memory;
    }

    /// A frame of this size; `paint` must fill every byte: BGRA, premultiplied.
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
