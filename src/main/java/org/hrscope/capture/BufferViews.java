package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Native headers (an OpenCV Mat, an FFmpeg pointer) over the pool's buffers, made once per buffer instead of once
/// per frame to spare the garbage collector. Used by the source's thread only.
final class BufferViews<V> implements AutoCloseable {
    /// More than a pool keeps; beyond that, all are recreated.
    private static final int KEPT = 16;

    private final IdentityHashMap<ByteBuffer, V> views = new IdentityHashMap<>();
    private final Function<ByteBuffer, V> wrap;
    private final Consumer<V> release;

    BufferViews(Function<ByteBuffer, V> wrap, Consumer<V> release) {
        this.wrap = wrap;
        this.release = release;
    }

    V of(ByteBuffer pixels) {
        V view = views.get(pixels);
        if (view == null) {
            if (views.size() == KEPT) close();
            view = wrap.apply(pixels);
            views.put(pixels, view);
        }
        return view;
    }

    @Override
    public void close() {
        views.values().forEach(release);
        views.clear();
    }
}
