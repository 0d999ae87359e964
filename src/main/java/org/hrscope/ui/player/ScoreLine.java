package org.hrscope.ui.player;

import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Keypoint;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;

/// The selected joint's score over the frames seen so far; the mean over joints if none is selected. FX thread.
public final class ScoreLine extends PaintedRegion {
    private static final int MOST_FRAMES = 2_000_000;

    private final LiveViewModel live;
    private final Selection selection;
    private final ObservableValue<JointColours> colours;
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
        Changes.of(this::repaint, colours);
        setMouseTransparent(true);
        Changes.of(this::forget, live.infoProperty(), selection.jointProperty());
        joints.keypointsProperty().subscribe((_, now) -> add(now));
    }

    private void forget() {
        SourceInfo info = live.infoProperty().get();
        long frames = info == null || !info.seekable() ? 0 : Math.min(MOST_FRAMES, info.frames());
        scores = new float[(int) frames];
        Arrays.fill(scores, Float.NaN);
        shownJoint = selection.jointProperty().get();
        repaint();
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
        repaint();
    }

    @Override
    protected void paint(GraphicsContext to) {
        double height = getHeight();
        JointColours now = colours.getValue();
        // The colours may be of another network already.
        boolean one = shownJoint != Selection.NONE && shownJoint < now.skeleton().size();
        to.setFill(one ? now.ofJoint(shownJoint) : Color.rgb(139, 149, 165));
        to.setGlobalAlpha(0.55);
        int columns = (int) getWidth();
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
