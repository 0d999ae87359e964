package org.hrscope.ui.apply;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.BodyJoint;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.apply.InteractionViewModel.Ring;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.PulseGuard;
import org.hrscope.ui.stage.StageGuest;

/// The ring that fills round a wrist while a gesture is held. FX thread.
public final class RingGuest implements StageGuest {
    private static final double RADIUS = 24;
    private static final Color UNDER = Color.rgb(0, 0, 0, 0.55);
    private static final Color TRACK = Color.rgb(255, 255, 255, 0.35);
    private static final Color FILL = Color.web("#ffc21f");

    private final InteractionViewModel model;
    private final PulseGuard guard;

    public RingGuest(InteractionViewModel model, Notices notices) {
        this.model = model;
        guard = new PulseGuard(notices::problem);
    }

    @Override
    public void paint(GraphicsContext to, AffineTransform2D place, PipelineResult shown) {
        Ring ring = model.ringProperty().get();
        if (ring == null) return;
        guard.run(
                "ring",
                () ->
                        shown.person()
                                .ifPresent(person ->
                                        paint(to, place, ring, wrist(ring, shown, person))));
    }

    /// As of the frame on stage: the ring's share may be that of the frame before.
    private static Keypoint wrist(Ring ring, PipelineResult shown, Person person) {
        return ring.gesture()
                .place(BodyJoint.of(shown.model().skeleton(), person.pose().keypoints()));
    }

    private static void paint(
            GraphicsContext to, AffineTransform2D place, Ring ring, Keypoint wrist) {
        double x = place.x(wrist.x() + 0.5, wrist.y() + 0.5);
        double y = place.y(wrist.x() + 0.5, wrist.y() + 0.5);
        to.setLineCap(StrokeLineCap.ROUND);
        arc(to, x, y, 360, 9, UNDER);
        arc(to, x, y, 360, 5, TRACK);
        arc(to, x, y, -360 * ring.share(), 5, FILL);
    }

    /// @param extent in degrees from the top, negative clockwise
    private static void arc(
            GraphicsContext to, double x, double y, double extent, double width, Color colour) {
        to.setStroke(colour);
        to.setLineWidth(width);
        to.strokeArc(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, 90, extent, ArcType.OPEN);
    }
}
