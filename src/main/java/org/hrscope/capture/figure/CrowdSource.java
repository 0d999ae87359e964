package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.pixels.OpenCv;

/// A crowd as a source: endless, at its own rate by timestamp, rendered as fast as requested. One thread.
public final class CrowdSource implements FrameSource {
    private final SourceInfo info;
    private final FramePool pool = new FramePool();
    private final Crowd crowd;
    private final int width;
    private final int height;
    private final Easel easel;
    private final Backdrop backdrop;
    private long index;

    public CrowdSource(Crowd crowd) {
        this(crowd, DemoSource.WIDTH, DemoSource.HEIGHT);
    }

    public CrowdSource(Crowd crowd, int width, int height) {
        this.crowd = crowd;
        info = new SourceInfo("figures", 0, crowd.framesPerSecond(), false);
        this.width = width;
        this.height = height;
        easel = new Easel(height);
        backdrop = new Backdrop(new Scenery(SceneColours.ALL.getFirst(), 1), width, height, 0);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Frame next() {
        long now = index++;
        long position = (long) (now * 1e9 / crowd.framesPerSecond());
        Frame.Origin origin = new Frame.Origin(info.name(), now, position);
        return pool.frame(width, height, origin, bgra -> paint(now, bgra));
    }

    void paint(long now, ByteBuffer bgra) {
        OpenCv.load();
        Canvas canvas = new Canvas(bgra, width, height);
        backdrop.prepare(1);
        canvas.cover(backdrop, 0);
        for (Member member : crowd.at(now, width, height)) {
            easel.paint(member, appearance(member.who()), canvas);
        }
    }

    /// Each dressed as in a different scene of the demo.
    private static Appearance appearance(int who) {
        SceneColours scene = SceneColours.ALL.get(Math.floorMod(who + 1, SceneColours.ALL.size()));
        return new Appearance(Complexion.of(who), scene.outfit(), 1);
    }

    @Override
    public void seek(long to) {
        index = Math.max(0, to);
    }

    @Override
    public void close() {}
}
