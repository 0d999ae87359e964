package org.hrscope.ui.player;

import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.Palette;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Drawing;
import org.hrscope.ui.joints.JointsViewModel;

/// The selected joint's score over the frames seen so far; the mean over joints if none is selected. FX thread.
public final class ScoreLine extends Drawing {
    private static final int MOST_FRAMES = 2_000_000;

    private final LiveViewModel live;
    private final JointsViewModel joints;
    private float[] scores = {};
    private int shownJoint = JointsViewModel.NONE;

    public ScoreLine(LiveViewModel live, JointsViewModel joints) {
        this.live = live;
        this.joints = joints;
        setMouseTransparent(true);
        Changes.of(this::forget, live.infoProperty(), joints.selectedProperty());
        joints.keypointsProperty().addListener((property, before, now) -> add(now));
    }

    private void forget() {
        SourceInfo info = live.infoProperty().get();
        long frames = info == null || !info.seekable() ? 0 : Math.min(MOST_FRAMES, info.frames());
        scores = new float[(int) frames];
        Arrays.fill(scores, Float.NaN);
        shownJoint = joints.selectedProperty().get();
        repaint();
    }

    private void add(List<Keypoint> keypoints) {
        int at = (int) live.positionProperty().get();
        if (at < 0 || at >= scores.length || keypoints.isEmpty()) return;
        scores[at] =
                (float)
                        (shownJoint == JointsViewModel.NONE
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
        int rgb = shownJoint == JointsViewModel.NONE ? 0x8b95a5 : Palette.ofJoint(shownJoint);
        to.setFill(Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 0.55));
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
