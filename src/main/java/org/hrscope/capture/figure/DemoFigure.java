package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.util.List;
import org.hrscope.capture.figure.Camera.Spot;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.OpenCv;

/// A moving person with known keypoints: renders the frame of any index (from 0, 30 fps) and gives the true
/// positions of its 17 keypoints. A frame depends only on its index, the seed and the image size. One thread
/// paints; the truth may be queried from any.
public final class DemoFigure {
    private static final int BLINK_EVERY = 107;
    private static final int BLINK_FRAMES = 6;

    private final int width;
    private final int height;
    private final Timeline timeline;
    private final Stage stage;
    private final Complexion person;
    private final Easel easel;

    public DemoFigure(long seed, int width, int height) {
        this(seed, width, height, new Timeline(seed));
    }

    DemoFigure(long seed, int width, int height, Timeline timeline) {
        this.width = width;
        this.height = height;
        this.timeline = timeline;
        this.stage = new Stage(seed, width, height);
        this.person = Complexion.of(seed);
        this.easel = new Easel(height);
    }

    /// Paints the whole image.
    ///
    /// @param bgra direct, width * height * 4 bytes; every byte is written, alpha 255
    public void paint(long index, ByteBuffer bgra) {
        paint(index, new Canvas(bgra, width, height), true);
    }

    /// The same on a canvas painted by this figure alone: faster while the previous frame's backdrop is still up.
    void paint(long index, Canvas canvas) {
        paint(index, canvas, true);
    }

    /// The same without the person.
    void paintBackdrop(long index, ByteBuffer bgra) {
        paint(index, new Canvas(bgra, width, height), false);
    }

    private void paint(long index, Canvas canvas, boolean withPerson) {
        OpenCv.load();
        Camera camera = camera(index);
        stage.paint(canvas, index, camera.pan());
        if (!withPerson) return;
        easel.paint(
                new Member(0, timeline.body(index), camera),
                new Appearance(person, stage.outfit(index), openEyes(index)),
                canvas);
    }

    private static double openEyes(long index) {
        long frame = Math.floorMod(index, BLINK_EVERY);
        return frame < BLINK_FRAMES ? 1 - Ease.pulse((double) frame / BLINK_FRAMES) : 1;
    }

    private Camera camera(long index) {
        return Camera.at(index, timeline.root(index), width, height);
    }

    /// The keypoints: see [Member#truth].
    public List<Keypoint> truth(long index) {
        return new Member(0, timeline.body(index), camera(index)).truth();
    }

    /// The top of the head, which is none of the keypoints: drawn upright, whichever way the head is turned.
    public Keypoint headTop(long index) {
        Spot head = camera(index).see(timeline.body(index).head().centre());
        return new Keypoint(head.x(), below(head, -HeadPainter.TOP), 1);
    }

    /// The keypoints between two frames.
    ///
    /// @param seconds since the clip's start
    List<Keypoint> truth(long clip, double seconds) {
        long index = clip * Timeline.CLIP + (long) (seconds * Timeline.FRAMES_A_SECOND);
        Camera camera = Camera.at(index, timeline.root(clip, seconds), width, height);
        return new Member(0, timeline.body(clip, seconds), camera).truth();
    }

    /// Pixels from the top of the head to the lowest point of the feet.
    public double figureHeight(long index) {
        Camera camera = camera(index);
        Body body = timeline.body(index);
        double lowest = 0;
        for (Body.Leg leg : List.of(body.leftLeg(), body.rightLeg())) {
            lowest = Math.max(lowest, below(camera.see(leg.heel()), Anatomy.HEEL_RADIUS));
            lowest = Math.max(lowest, below(camera.see(leg.toe()), Anatomy.TOE_RADIUS));
        }
        return lowest - headTop(index).y();
    }

    private static double below(Spot middle, double metres) {
        return middle.y() + middle.scale() * metres;
    }
}
