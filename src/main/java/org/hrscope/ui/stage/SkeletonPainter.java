package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.pixels.Palette;

/// Paints a skeleton, limbs before joints, coloured by side, with the same line width at every zoom. FX thread.
public final class SkeletonPainter {
    static final Color OUTLINE = Color.rgb(0, 0, 0, 0.75);

    private SkeletonPainter() {}

    /// @param points in canvas pixels
    /// @param seen   which of them are visible
    /// @param least  joints below this score are skipped
    public static void paint(
            GraphicsContext to,
            List<Keypoint> points,
            Skeleton skeleton,
            BitSet seen,
            double least) {
        BitSet drawn = new BitSet();
        for (int joint = 0; joint < points.size(); joint++) {
            drawn.set(joint, seen.get(joint) && points.get(joint).score() >= least);
        }
        to.setLineCap(StrokeLineCap.ROUND);
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (!drawn.get(limb.from()) || !drawn.get(limb.to())) continue;
            Keypoint a = points.get(limb.from());
            Keypoint b = points.get(limb.to());
            to.setLineWidth(5);
            to.setStroke(OUTLINE);
            to.strokeLine(a.x(), a.y(), b.x(), b.y());
            to.setLineWidth(3);
            to.setStroke(colour(skeleton.side(limb)));
            to.strokeLine(a.x(), a.y(), b.x(), b.y());
        }
        drawn.stream().forEach(joint -> dot(to, points.get(joint), skeleton.side(joint)));
    }

    private static void dot(GraphicsContext to, Keypoint at, Skeleton.Side side) {
        disc(to, at, 5.5, OUTLINE);
        disc(to, at, 4, colour(side));
        disc(to, at, 1.6, Color.WHITE);
    }

    private static void disc(GraphicsContext to, Keypoint at, double radius, Color fill) {
        to.setFill(fill);
        to.fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }

    private static Color colour(Skeleton.Side side) {
        int rgb = Palette.ofSide(side);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
