package org.hrscope.ui.player;

import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Keypoint;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;

/// The selected joint's score over the frames seen so far; the mean over joints if none is selected. FX thread.
public final class ScoreLine extends Region {
    private static final int MOST_FRAMES = 2_000_000;

    private final LiveViewModel live;
    private final Selection selection;
    private final ObservableValue<JointColours> colours;
    private final Canvas canvas = new Canvas();
    private float[] scores = {};
    private int shownJoint = Selection.NONE;

    public ScoreLine(
            LiveViewModel live,
            JointsViewModel joints,
            Selection selection,
            ObservableValue<JointColours> colours) {
        this.live = live;
        this.selection = selection;
        this.colours = colours;
        colours.addListener(changed -> paint());
        canvas.setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
        live.infoProperty().addListener((property, before, now) -> forget());
        selection.jointProperty().addListener((property, before, now) -> forget());
        joints.keypointsProperty().addListener((property, before, now) -> add(now));
    }

    private void forget() {
        SourceInfo info = live.infoProperty().get();
        long frames = info == null || !info.seekable() ? 0 : Math.min(MOST_FRAMES, info.frames());
        scores = new float[(int) frames];
        Arrays.fill(scores, Float.NaN);
        shownJoint = selection.jointProperty().get();
        paint();
    }

    private void add(List<Keypoint> keypoints) {
        int at = (int) live.positionProperty().get();
        if (at < 0 || at >= scores.length || keypoints.isEmpty()) return;
        scores[at] =
                (float)
                        (shownJoint == Selection.NONE
                                ? keypoints.stream()
                                        .mapToDouble(Keypoint::score)
                                        .average()
                                        .orElse(0)
                                : keypoints.get(shownJoint).score());
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        double height = canvas.getHeight();
        to.clearRect(0, 0, canvas.getWidth(), height);
        boolean one = shownJoint != Selection.NONE;
        to.setFill(one ? colours.getValue().ofJoint(shownJoint) : Color.rgb(139, 149, 165));
        to.setGlobalAlpha(0.55);
        int columns = (int) canvas.getWidth();
        for (int x = 0; x < columns; x++) {
            int from = (int) ((long) x * scores.length / columns);
            int to1 = Math.max(from + 1, (int) ((x + 1L) * scores.length / columns));
            float highest = Float.NaN;
            for (int i = from; i < Math.min(to1, scores.length); i++) {
                if (!(scores[i] <= highest)) highest = Float.isNaN(scores[i]) ? highest : scores[i];
            }
            if (Float.isNaN(highest)) continue;
            double bar = Math.clamp(highest, 0, 1) * height;
            to.fillRect(x, height - bar, 1, bar);
        }
    }
}
