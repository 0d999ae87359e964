package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.junit.jupiter.api.Test;

/// Where the size of the crop stands.
class BoxPainterTest {
    private static final ModelInfo MODEL = ModelInfos.of(192, 256, 17);
    private static final double WIDE = 61;
    private static final double HIGH = 16;

    private final List<Rectangle2D> texts = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();

    private record Side(double x1, double y1, double x2, double y2, boolean dashed) {}

    /// Remembers where texts are.
    private StageDrawing drawing() {
        return (StageDrawing)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {StageDrawing.class},
                        (self, method, given) ->
                                switch (method.getName()) {
                                    case "widthOf" -> WIDE;
                                    case "width" -> 700.0;
                                    case "height" -> 400.0;
                                    case "line" -> {
                                        StageDrawing.Pen pen = (StageDrawing.Pen) given[4];
                                        sides.add(
                                                new Side(
                                                        (double) given[0],
                                                        (double) given[1],
                                                        (double) given[2],
                                                        (double) given[3],
                                                        pen.gap() > 0));
                                        yield null;
                                    }
                                    case "text" -> {
                                        assertThat(given[3]).isEqualTo(TextAlignment.LEFT);
                                        double bottom = (double) given[2];
                                        texts.add(
                                                new Rectangle2D(
                                                        (double) given[1],
                                                        bottom - HIGH,
                                                        WIDE,
                                                        HIGH));
                                        yield null;
                                    }
                                    default -> null;
                                });
    }

    private void size(BoundingBox crop, Rectangle2D... taken) {
        texts.clear();
        BoxPainter.size(drawing(), crop, MODEL, new LabelPlaces(List.of(taken)));
    }

    private List<Side> frame(BoundingBox crop) {
        sides.clear();
        BoxPainter.frame(drawing(), crop);
        return sides;
    }

    /// Two lines alone do not read as a frame.
    @Test
    void theFrameIsClosedOnTheStage() {
        assertThat(frame(new BoundingBox(200, 20, 300, 350)))
                .containsExactlyInAnyOrder(
                        new Side(200, 20, 200, 370, false),
                        new Side(500, 20, 500, 370, false),
                        new Side(200, 20, 500, 20, false),
                        new Side(200, 370, 500, 370, false));
        assertThat(frame(new BoundingBox(200, -40, 330, 500)))
                .containsExactlyInAnyOrder(
                        new Side(200, 1, 200, 399, false),
                        new Side(530, 1, 530, 399, false),
                        new Side(200, 1, 530, 1, true),
                        new Side(200, 399, 530, 399, true));
        assertThat(frame(new BoundingBox(-50, -50, 900, 900))).as("all of it beyond").isEmpty();
        assertThat(frame(new BoundingBox(-500, 20, 300, 350))).as("elsewhere").isEmpty();
    }

    @Test
    void inTheCornerUnlessALegendIsThere() {
        BoundingBox crop = new BoundingBox(200, -40, 330, 500);
        size(crop);
        Rectangle2D usual = texts.getFirst();
        assertThat(usual.getMaxX()).isBetween(515.0, 530.0);
        assertThat(usual.getMinY()).isBetween(0.0, 10.0);
        Rectangle2D legend = new Rectangle2D(480, 6, 210, 60);
        size(crop, legend);
        assertThat(texts.getFirst().intersects(legend)).isFalse();
    }

    @Test
    void belowACropThatIsHardlyLargerThanThePerson() {
        BoundingBox crop = new BoundingBox(100, 100, 97.5, 130);
        size(crop);
        assertThat(texts.getFirst().getMinY()).isGreaterThanOrEqualTo(230);
        size(crop, new Rectangle2D(0, 225, 700, 100));
        assertThat(texts.getFirst().getMaxY()).isLessThanOrEqualTo(100);
        size(crop, new Rectangle2D(0, 225, 700, 100), new Rectangle2D(140, 80, 9, 16));
        assertThat(texts).isEmpty();
    }

    @Test
    void neverOutsideTheStageOrOnSomethingElse() {
        Random random = new Random(19);
        for (int i = 0; i < 2000; i++) {
            Rectangle2D legend =
                    new Rectangle2D(random.nextDouble(600), random.nextDouble(380), 200, 40);
            double width = 20 + random.nextDouble(500);
            double x = random.nextDouble(700) - width / 2;
            double y = random.nextDouble(400) - width / 1.5;
            size(new BoundingBox(x, y, width, width / 0.75), legend);
            for (Rectangle2D text : texts) {
                assertThat(text.intersects(legend)).isFalse();
                assertThat(text.getMinY()).isGreaterThanOrEqualTo(0);
                assertThat(text.getMaxY()).isLessThanOrEqualTo(400);
            }
        }
    }
}
