package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFigureTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /// Every action once.
    private static final int CYCLE = 6 * Timeline.CLIP;

    /// One metre per second in pixels per frame, where the figure is nearest.
    private static final double METRE_A_SECOND = HEIGHT / 2.5 * 1.25 / Timeline.FRAMES_A_SECOND;

    private final DemoFigure figure = new DemoFigure(1, WIDTH, HEIGHT);
    private final ByteBuffer picture = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);
    private final ByteBuffer other = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);

    @Test
    void aFrameDependsOnItsIndexAlone() {
        // Within a clip, at a scene change, and far on.
        for (long index : new long[] {100, 365, 5000}) {
            figure.paint(index, picture);
            DemoFigure second = new DemoFigure(1, WIDTH, HEIGHT);
            second.paint(index + 700, other);
            second.paint(index - 40, other);
            second.paint(index, other);
            assertThat(other.mismatch(picture)).isEqualTo(-1);
            assertThat(second.truth(index)).isEqualTo(figure.truth(index));
        }
    }

    @Test
    void anotherSeedIsAnotherShow() {
        figure.paint(500, picture);
        new DemoFigure(2, WIDTH, HEIGHT).paint(500, other);
        assertThat(other.mismatch(picture)).isNotEqualTo(-1);
    }

    @Test
    void everyPixelIsOpaque() {
        for (long index : new long[] {0, 372, 950}) {
            for (int i = 0; i < picture.capacity(); i++) picture.put(i, (byte) 0);
            figure.paint(index, picture);
            int opaque = 0;
            for (int i = 3; i < picture.capacity(); i += 4) if (picture.get(i) == -1) opaque++;
            assertThat(opaque).isEqualTo(WIDTH * HEIGHT);
        }
    }

    @Test
    void theFigureIsPaintedWhereItsJointsAre() {
        for (long index = 20; index < CYCLE; index += 90) {
            figure.paint(index, picture);
            figure.paintBackdrop(index, other);
            for (Keypoint joint : figure.truth(index)) {
                assertThat(differenceNear(joint)).as("frame %d, %s", index, joint).isGreaterThan(6);
            }
        }
    }

    @Test
    void theSheetHoldsAllThatIsPainted() {
        Timeline timeline = new Timeline(1);
        Sheet sheet = new Sheet();
        for (long index = 0; index < CYCLE; index += 11) {
            figure.paint(index, picture);
            figure.paintBackdrop(index, other);
            Camera camera = Camera.at(index, timeline.root(index), WIDTH, HEIGHT);
            Body body = timeline.body(index);
            sheet.around(body, Shadow.pools(body, camera), camera, WIDTH, HEIGHT);
            assertThat(sheet.width * sheet.height).isLessThan(WIDTH * HEIGHT / 2);
            for (int x = 0; x < sheet.width; x++) {
                assertThat(painted(sheet.left + x, sheet.top)).as("top at %d", index).isFalse();
                assertThat(painted(sheet.left + x, sheet.top + sheet.height - 1)).isFalse();
            }
            for (int y = 0; y < sheet.height; y++) {
                assertThat(painted(sheet.left, sheet.top + y)).isFalse();
                assertThat(painted(sheet.left + sheet.width - 1, sheet.top + y)).isFalse();
            }
        }
    }

    private boolean painted(int x, int y) {
        int at = (y * WIDTH + x) * 4;
        return picture.getInt(at) != other.getInt(at);
    }

    private int differenceNear(Keypoint joint) {
        int most = 0;
        for (int y = (int) joint.y() - 2; y <= joint.y() + 2; y++) {
            for (int x = (int) joint.x() - 2; x <= joint.x() + 2; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int at = (y * WIDTH + x) * 4 + channel;
                    int painted = picture.get(at) & 255;
                    most = Math.max(most, Math.abs(painted - (other.get(at) & 255)));
                }
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 77})
    void jointsStayInThePictureAndNeverJump(long seed) {
        DemoFigure moving = new DemoFigure(seed, WIDTH, HEIGHT);
        // Hands move at up to 4.5 m/s in a jumping jack, but smoothly: speed changes by at most 1
        // m/s per frame.
        double fastest = 4.5 * METRE_A_SECOND;
        double jolt = METRE_A_SECOND * 1.25;
        List<Keypoint> before = moving.truth(0);
        List<Keypoint> now = moving.truth(1);
        for (long index = 2; index <= 2 * CYCLE + 2; index++) {
            List<Keypoint> next = moving.truth(index);
            assertThat(next).hasSize(17);
            for (int k = 0; k < next.size(); k++) {
                Keypoint a = before.get(k);
                Keypoint b = now.get(k);
                Keypoint c = next.get(k);
                assertThat(c.x()).as("x of %d at %d", k, index).isBetween(0.0, WIDTH - 1.0);
                assertThat(c.y()).as("y of %d at %d", k, index).isBetween(0.0, HEIGHT - 1.0);
                assertThat(Math.hypot(c.x() - b.x(), c.y() - b.y()))
                        .as("way of %d at %d", k, index)
                        .isLessThan(fastest);
                assertThat(Math.hypot(c.x() - 2 * b.x() + a.x(), c.y() - 2 * b.y() + a.y()))
                        .as("jolt of %d at %d", k, index)
                        .isLessThan(jolt);
            }
            before = now;
            now = next;
        }
    }

    @Test
    void theFaceIsHiddenOnlyWhileTheFigureIsTurnedAway() {
        long hidden = 0;
        for (long index = 0; index < CYCLE; index++) {
            boolean turning = new Timeline(1).action(index / Timeline.CLIP) instanceof TurnRound;
            boolean away = figure.truth(index).getFirst().score() == 0;
            assertThat(away && !turning).isFalse();
            if (away) hidden++;
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void theFigureIsAsHighAsFromHeadToFoot() {
        for (long index = 0; index < CYCLE; index += 7) {
            List<Keypoint> joints = figure.truth(index);
            double top = joints.stream().mapToDouble(Keypoint::y).min().orElseThrow();
            double ankles = Math.max(joints.get(15).y(), joints.get(16).y());
            double height = figure.figureHeight(index);
            assertThat(height).isBetween(0.5 * HEIGHT, 0.78 * HEIGHT);
            assertThat(height).isGreaterThan(ankles - joints.getFirst().y());
            assertThat(top).isLessThan(ankles - 0.5 * height);
        }
    }
}
