package org.hrscope.export;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.pixels.Palette;
import org.hrscope.pixels.PixelMat;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/// A copy of a frame with boxes and skeletons drawn into its pixels. One thread; close it.
public final class AnnotatedPicture implements AutoCloseable {
    private static final int SHIFT = 4;

    private final Mat picture = new Mat();
    private final double unit;

    public AnnotatedPicture(Frame frame) {
        try (PixelMat pixels = PixelMat.of(frame)) {
            pixels.mat().copyTo(picture);
        }
        unit = Math.max(1, Math.max(frame.width(), frame.height()) / 640.0);
    }

    /// Joints scoring below `least` are left out, with their limbs.
    public void draw(Pose pose, Skeleton skeleton, double least) {
        box(pose);
        skeleton(pose, skeleton, least);
    }

    public void box(Pose pose) {
        BoundingBox box = pose.box();
        Imgproc.rectangle(
                picture,
                point(box.x(), box.y()),
                point(box.x() + box.width(), box.y() + box.height()),
                colour(0xf0f0f0),
                1,
                Imgproc.LINE_AA,
                SHIFT);
    }

    /// As [#draw], without the box.
    public void skeleton(Pose pose, Skeleton skeleton, double least) {
        List<Keypoint> points = pose.keypoints();
        for (Skeleton.Limb limb : skeleton.limbs()) {
            Keypoint from = points.get(limb.from());
            Keypoint to = points.get(limb.to());
            if (Math.min(from.score(), to.score()) < least) continue;
            Imgproc.line(
                    picture,
                    point(from.x(), from.y()),
                    point(to.x(), to.y()),
                    colour(Palette.ofSide(skeleton.side(limb))),
                    (int) Math.round(2 * unit),
                    Imgproc.LINE_AA,
                    SHIFT);
        }
        for (int joint = 0; joint < points.size(); joint++) {
            Keypoint at = points.get(joint);
            if (at.score() < least) continue;
            dot(at, 3.5 * unit, colour(0x101010));
            dot(at, 2.5 * unit, colour(Palette.ofSide(skeleton.side(joint))));
        }
    }

    private void dot(Keypoint at, double radius, Scalar colour) {
        Imgproc.circle(
                picture,
                point(at.x(), at.y()),
                (int) Math.round(radius * (1 << SHIFT)),
                colour,
                -1,
                Imgproc.LINE_AA,
                SHIFT);
    }

    private static Point point(double x, double y) {
        return new Point(Math.rint(x * (1 << SHIFT)), Math.rint(y * (1 << SHIFT)));
    }

    private static Scalar colour(int rgb) {
        return new Scalar(rgb & 0xff, rgb >> 8 & 0xff, rgb >> 16 & 0xff, 255);
    }

    /// What is drawn so far; owned by this picture.
    public Mat pixels() {
        return picture;
    }

    /// As PNG.
    public void write(Path file) throws Problem {
        PngFile.write(file, picture);
    }

    @Override
    public void close() {
        picture.release();
    }
}
