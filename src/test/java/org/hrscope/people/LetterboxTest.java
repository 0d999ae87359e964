package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterboxTest {

    @ParameterizedTest
    @CsvSource({
        "640,480", "480,640", "1,1", "5000,8", "8,5000", "641,479", "319,320", "321,321", "99,1201"
    })
    void theWholePictureFits(int width, int height) {
        for (Letterbox box :
                List.of(
                        Letterbox.centred(width, height, 320, 320),
                        Letterbox.topLeft(width, height, 416, 256))) {
            double left = box.shiftX();
            double top = box.shiftY();
            double right = left + box.scale() * width;
            double bottom = top + box.scale() * height;
            assertThat(left).isBetween(0.0, right);
            assertThat(top).isBetween(0.0, bottom);
            assertThat(right).isLessThanOrEqualTo(416 + 1e-9);
            assertThat(bottom).isLessThanOrEqualTo(320 + 1e-9);
        }
    }

    @Test
    void centredAsTheFinderWasTrained() {
        Letterbox box = Letterbox.centred(640, 480, 320, 320);
        assertThat(box.toInput().x(0, 0)).isEqualTo(0);
        assertThat(box.toInput().y(0, 0)).isEqualTo(40);
        assertThat(box.toInput().x(639, 0)).isEqualTo(319.5);
    }

    /// At half size, the centre of new pixel 0 lies between the centres of old pixels 0 and 1.
    @Test
    void topLeftAsLittleSquares() {
        Letterbox box = Letterbox.topLeft(832, 600, 416, 416);
        assertThat(box.toInput().x(0.5, 0)).isCloseTo(0, within(1e-12));
        assertThat(box.toInput().y(0, 0.5)).isCloseTo(0, within(1e-12));
        assertThat(box.toPicture(new BoundingBox(10, 20, 30, 40)))
                .isEqualTo(new BoundingBox(20, 40, 60, 80));
    }

    /// Any box in an image of any odd size, encoded as in the finder's training, is decoded again.
    @Test
    void decodingOursIsTheInverseOfItsTraining() {
        Random random = new Random(11);
        for (int run = 0; run < 300; run++) {
            int width = 33 + 2 * random.nextInt(900);
            int height = 33 + 2 * random.nextInt(900);
            BoundingBox box = box(random, width, height);
            Letterbox letterbox = Letterbox.centred(width, height, 320, 320);
            double s = letterbox.scale();
            double cx = (box.centerX() * s + letterbox.shiftX()) / 4;
            double cy = (box.centerY() * s + letterbox.shiftY()) / 4;
            int column = (int) cx;
            int row = (int) cy;
            float[] y = new float[5 * 80 * 80];
            java.util.Arrays.fill(y, 0, 6400, -9f);
            int cell = row * 80 + column;
            y[cell] = 2;
            y[6400 + cell] = (float) Math.log(box.width() * s / 4);
            y[2 * 6400 + cell] = (float) Math.log(box.height() * s / 4);
            y[3 * 6400 + cell] = (float) (cx - column - 0.5);
            y[4 * 6400 + cell] = (float) (cy - row - 0.5);
            List<FoundPerson> found =
                    new CentreDecoder().decode(Tensor.of(Shape.of(1, 5, 80, 80), y));
            assertThat(found).hasSize(1);
            near(letterbox.toPicture(found.getFirst().box()), box);
            assertThat(found.getFirst().score()).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-9));
        }
    }

    @Test
    void decodingYoloxIsTheInverseOfItsTraining() {
        Random random = new Random(13);
        int[] strides = {8, 16, 32};
        YoloxDecoder decoder = new YoloxDecoder(416, 416);
        assertThat(decoder.cells()).isEqualTo(3549);
        for (int run = 0; run < 300; run++) {
            int width = 33 + 2 * random.nextInt(900);
            int height = 33 + 2 * random.nextInt(900);
            BoundingBox box = box(random, width, height);
            Letterbox letterbox = Letterbox.topLeft(width, height, 416, 416);
            double s = letterbox.scale();
            int level = random.nextInt(3);
            int stride = strides[level];
            int start = new int[] {0, 2704, 3380}[level];
            double cx = box.centerX() * s / stride;
            double cy = box.centerY() * s / stride;
            int column = (int) cx;
            int row = (int) cy;
            float[] y = new float[3549 * 85];
            int at = (start + row * (416 / stride) + column) * 85;
            y[at] = (float) (cx - column);
            y[at + 1] = (float) (cy - row);
            y[at + 2] = (float) Math.log(box.width() * s / stride);
            y[at + 3] = (float) Math.log(box.height() * s / stride);
            y[at + 4] = 0.8f;
            y[at + 5] = 0.5f;
            // A confident dog is not a person.
            y[(start == 0 ? 3400 : 100) * 85 + 4] = 1;
            y[(start == 0 ? 3400 : 100) * 85 + 5 + 16] = 1;
            List<FoundPerson> found = decoder.decode(Tensor.of(Shape.of(1, 3549, 85), y));
            assertThat(found).hasSize(1);
            near(letterbox.toPicture(found.getFirst().box()), box);
            assertThat(found.getFirst().score()).isCloseTo(0.4, within(1e-6));
        }
    }

    private static BoundingBox box(Random random, int width, int height) {
        double w = width * (0.2 + 0.5 * random.nextDouble());
        double h = height * (0.2 + 0.5 * random.nextDouble());
        return new BoundingBox(
                (width - w) * random.nextDouble(), (height - h) * random.nextDouble(), w, h);
    }

    private static void near(BoundingBox found, BoundingBox box) {
        assertThat(found.x()).isCloseTo(box.x(), within(0.01));
        assertThat(found.y()).isCloseTo(box.y(), within(0.01));
        assertThat(found.width()).isCloseTo(box.width(), within(0.01));
        assertThat(found.height()).isCloseTo(box.height(), within(0.01));
    }
}
