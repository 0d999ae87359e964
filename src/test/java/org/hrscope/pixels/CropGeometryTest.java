package org.hrscope.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.junit.jupiter.api.Test;

class CropGeometryTest {
    private static final ModelInfo MODEL = ModelInfos.of(192, 256, 17);

    @Test
    void affineThenInverseIsTheIdentity() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            BoundingBox box =
                    new BoundingBox(
                            random.nextDouble() * 500 - 100,
                            random.nextDouble() * 500 - 100,
                            1 + random.nextDouble() * 800,
                            1 + random.nextDouble() * 800);
            Decoder decoder = Decoder.values()[random.nextInt(Decoder.values().length)];
            CropGeometry geometry = CropGeometry.of(box, MODEL, decoder);
            double x = random.nextDouble() * 1000;
            double y = random.nextDouble() * 1000;
            AffineTransform2D round = geometry.toInput().then(geometry.fromInput());
            assertThat(round.x(x, y)).isCloseTo(x, within(1e-6));
            assertThat(round.y(x, y)).isCloseTo(y, within(1e-6));
        }
    }

    /// As in the official code: x_img = cx + (x / W - 0.5) * box_width, with the box extended to aspect ratio 0.75
    /// and padded by 1.25.
    @Test
    void theOfficialCrop() {
        CropGeometry geometry =
                CropGeometry.of(new BoundingBox(100, 50, 60, 160), MODEL, Decoder.QUARTER);
        double boxWidth = 160 * 0.75 * 1.25;
        AffineTransform2D back = geometry.fromHeatmap();
        assertThat(back.x(10, 0)).isCloseTo(130 + (10 / 48.0 - 0.5) * boxWidth, within(1e-9));
        assertThat(back.y(0, 20)).isCloseTo(130 + (20 / 64.0 - 0.5) * 160 * 1.25, within(1e-9));
        assertThat(geometry.toInput().x(130, 130)).isCloseTo(96, within(1e-9));
        assertThat(geometry.toInput().y(130, 130)).isCloseTo(128, within(1e-9));
    }

    /// UDP: the padded box's edges map to the centres of the first and last pixels.
    @Test
    void theUnbiasedCrop() {
        BoundingBox box = new BoundingBox(0, 0, 75, 100);
        CropGeometry geometry = CropGeometry.of(box, MODEL, Decoder.UDP);
        double left = 37.5 - 75 * 1.25 / 2;
        double right = 37.5 + 75 * 1.25 / 2;
        assertThat(geometry.toInput().x(left, 0)).isCloseTo(0, within(1e-9));
        assertThat(geometry.toInput().x(right, 0)).isCloseTo(191, within(1e-9));
        assertThat(geometry.toHeatmap().x(right, 0)).isCloseTo(47, within(1e-9));
    }
}
