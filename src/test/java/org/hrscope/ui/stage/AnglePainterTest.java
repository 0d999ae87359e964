package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.JointAngle;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arc lies within the smaller angle, wherever it opens to: at the middle of a square of 160 pixels.
@ExtendWith(FxToolkit.class)
class AnglePainterTest {
    private static final JointAngle ANGLE = new JointAngle(0, 1, 2);

    private static Keypoint towards(double degrees) {
        double radians = Math.toRadians(degrees);
        return new Keypoint(80 + 60 * Math.cos(radians), 80 - 60 * Math.sin(radians), 1);
    }

    /// Brightness of the arc's circle in this direction.
    private static double bright(double from, double to, double seen) {
        return FxToolkit.on(() -> {
            Canvas canvas = new Canvas(160, 160);
            List<Keypoint> points = List.of(towards(from), new Keypoint(80, 80, 1), towards(to));
            AnglePainter.paint(new OnCanvas(canvas.getGraphicsContext2D()), points, ANGLE, 80);
            SnapshotParameters onBlack = new SnapshotParameters();
            onBlack.setFill(Color.BLACK);
            PixelReader pixels = canvas.snapshot(onBlack, null).getPixelReader();
            double radians = Math.toRadians(seen);
            return pixels.getColor(
                            (int) Math.round(79.5 + 26 * Math.cos(radians)),
                            (int) Math.round(79.5 - 26 * Math.sin(radians)))
                    .getGreen();
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 95, 140, 175, 260, 330})
    void theArcIsInTheSmallerAngle(double from) {
        for (int turn : new int[] {80, -80}) {
            assertThat(bright(from, from + turn, from + turn / 2.0)).isGreaterThan(0.7);
            assertThat(bright(from, from + turn, from + turn * 0.9)).isGreaterThan(0.7);
            assertThat(bright(from, from + turn, from - turn * 0.9)).isZero();
            assertThat(bright(from, from + turn, from + 180)).isZero();
        }
    }

    @Test
    void aStraightArmIsHalfACircle() {
        assertThat(bright(0, 180, 90) + bright(0, 180, 270)).isBetween(0.7, 1.01);
    }
}
