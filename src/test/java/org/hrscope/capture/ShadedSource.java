package org.hrscope.capture;

import org.hrscope.domain.Frame;
import org.jspecify.annotations.Nullable;

/// Frames of 64 by 48, black up to one, white from there to the end.
public final class ShadedSource implements FrameSource {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final long FRAME_NANOS = 33_333_333;

    private final FramePool pool = new FramePool();
    private final int black;
    private final int frames;
    private int read;

    public ShadedSource(int black, int frames) {
        this.black = black;
        this.frames = frames;
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo("shades", frames, 30, false);
    }

    @Override
    public @Nullable Frame next() {
        if (read == frames) return null;
        int grey = read < black ? 0xff000000 : 0xffffffff;
        Frame.Origin origin = new Frame.Origin("shades", read, read * FRAME_NANOS);
        read++;
        return pool.frame(
                WIDTH,
                HEIGHT,
                origin,
                pixels -> {
                    for (int i = 0; i < WIDTH * HEIGHT; i++) pixels.putInt(4 * i, grey);
                });
    }

    @Override
    public void seek(long index) {
        read = (int) index;
    }

    @Override
    public void close() {}
}
