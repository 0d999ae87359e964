package org.hrscope.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.help.FirstHints;
import org.hrscope.ui.help.FirstHints.Hint;
import org.hrscope.ui.help.FirstHints.Spot;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;

/// The first hints: what they point at, and when they come. FX thread.
final class HintDock implements Part {
    /// Updates between the first pose and the first hint: a moment to look at the figure.
    private static final int PATIENCE = 8;

    /// Between a joint and the tip, so that its dot is seen.
    private static final double BESIDE = 9;

    /// At its upper edge, under a lower corner of the image: clear of the tools at the left and of the panel at the
    /// right. Where somebody stands in both corners, under the panel.
    private static final List<Spot> ON_MAP =
            Stream.of(0.22, 0.58, 0.86)
                    .map(x -> new Spot(x, 0.02, ArrowLocation.BOTTOM_CENTER))
                    .toList();

    private static final List<Spot> ON_BUTTON = List.of(new Spot(0, 0.5, ArrowLocation.RIGHT_TOP));

    private final FirstHints hints;
    private final BooleanSupplier posed;
    private final Node notices;
    private int waited;

    /// @param window its root
    /// @param posed  whether the stage shows a pose
    /// @param seen   whether the hints were shown in an earlier session
    HintDock(
            Shell shell,
            Parent window,
            StageView stage,
            Node map,
            BooleanSupplier posed,
            boolean seen) {
        this.posed = posed;
        notices = shell.notices();
        Supplier<Node> side = () -> window.lookup("#side-lessons");
        hints =
                new FirstHints(
                        shell,
                        List.of(
                                new Hint("map", () -> map, () -> ON_MAP),
                                new Hint("click", () -> stage, () -> besideJoints(stage)),
                                new Hint("lessons", side, () -> ON_BUTTON)),
                        () -> joints(stage).map(stage::localToScreen).toList(),
                        seen);
    }

    /// Where the joints of everybody are seen.
    private static Stream<Point2D> joints(StageView stage) {
        PipelineResult shown = stage.shown();
        if (shown == null) return Stream.empty();
        return shown.people().all().stream()
                .flatMap(person -> person.pose().keypoints().stream())
                .filter(joint -> joint.score() >= LayersViewModel.LEAST_SCORE)
                .map(joint -> joint.moved(stage.viewport().toStage()))
                .map(joint -> new Point2D(joint.x(), joint.y()));
    }

    private static List<Spot> besideJoints(StageView stage) {
        double width = stage.getWidth();
        double height = stage.getHeight();
        List<Point2D> joints =
                joints(stage).sorted(Comparator.comparingDouble(Point2D::getX)).toList();
        if (joints.isEmpty()) return List.of(new Spot(0.56, 0.4, ArrowLocation.LEFT_TOP));
        Point2D left = joints.getFirst();
        Point2D right = joints.getLast();
        return List.of(
                new Spot(
                        (right.getX() + BESIDE) / width,
                        right.getY() / height,
                        ArrowLocation.LEFT_TOP),
                new Spot(
                        (left.getX() - BESIDE) / width,
                        left.getY() / height,
                        ArrowLocation.RIGHT_TOP));
    }

    void show() {
        hints.show();
    }

    boolean seen() {
        return hints.seen();
    }

    @Override
    public void update(long now) {
        // Hints wait until notices are gone.
        if (waited > PATIENCE || notices.isVisible() || !posed.getAsBoolean()) return;
        if (waited++ == PATIENCE) hints.first();
    }

    @Override
    public boolean escape() {
        return hints.close();
    }

    @Override
    public boolean end() {
        hints.close();
        return true;
    }
}
