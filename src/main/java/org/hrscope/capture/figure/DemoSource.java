package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;

/// The demo figure as a source: endless, 30 fps by timestamp, rendered as fast as requested. One thread.
public final class DemoSource implements FrameSource {
    public static final long SEED = 1;
    public static final int WIDTH = 1280;
    public static final int HEIGHT = 720;

    private static final SourceInfo INFO =
            new SourceInfo("demo", 0, Timeline.FRAMES_A_SECOND, false);

    private static final int KEPT = 8;

    private final FramePool pool = new FramePool();
    private final List<Canvas> canvases = new ArrayList<>();
    private final DemoFigure figure;
    private final int width;
    private final int height;
    private long index;
    private long first;
    private long length = Long.MAX_VALUE;

    public DemoSource() {
        this(SEED, WIDTH, HEIGHT);
    }

    public DemoSource(long seed, int width, int height) {
        this(new DemoFigure(seed, width, height), width, height);
    }

    /// @param figure paints images of this size
    DemoSource(DemoFigure figure, int width, int height) {
        this.figure = figure;
        this.width = width;
        this.height = height;
    }

    /// Shows one clip of the timeline, over and over.
    DemoSource only(long clip) {
        first = clip * Timeline.CLIP;
        length = Timeline.CLIP;
        return this;
    }

    /// Gives the true keypoints for the index in each frame's origin.
    public DemoFigure figure() {
        return figure;
    }

    @Override
    public SourceInfo info() {
        return INFO;
    }

    @Override
    public Frame next() {
        long now = index++;
        long position = now * 1_000_000_000L / Timeline.FRAMES_A_SECOND;
        Frame.Origin origin = new Frame.Origin(INFO.name(), now, position);
        return pool.frame(
                width, height, origin, bgra -> figure.paint(first + now % length, canvas(bgra)));
    }

    /// The pool keeps recycling the same few buffers.
    private Canvas canvas(ByteBuffer bgra) {
        for (Canvas canvas : canvases) {
            if (canvas.of(bgra)) return canvas;
        }
        if (canvases.size() == KEPT) canvases.removeFirst();
        Canvas canvas = new Canvas(bgra, width, height);
        canvases.add(canvas);
        return canvas;
    }

    @Override
    public void skip(int frames) {
        index += frames;
    }

    @Override
    public void seek(long to) {
        index = Math.max(0, to);
    }

    @Override
    public void close() {}
}
