package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvexFillTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;
    private static final int SIZE = 64;

    private final Sheet sheet = new Sheet();
    private final ConvexFill fill = new ConvexFill(SIZE);

    ConvexFillTest() {
        sheet.left = 100;
        sheet.top = 200;
        sheet.width = SIZE;
        sheet.height = SIZE;
        sheet.over(new Canvas(ByteBuffer.allocateDirect(164 * 264 * 4), 164, 264));
        for (int row = 0; row < SIZE; row++) sheet.need(row, 0, SIZE);
        Arrays.fill(sheet.pixels, BLACK);
    }

    @Test
    void aSquareFillsThePixelsWhoseMiddlesItHolds() {
        square(109.5, 219.5, 114.5, 224.5);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                boolean inside = x >= 10 && x < 15 && y >= 20 && y < 25;
                assertThat(at(x, y)).isEqualTo(inside ? 255 : 0);
            }
        }
    }

    @Test
    void aPixelHalfCoveredIsHalfPainted() {
        square(110, 220, 114.5, 224.5);
        assertThat(at(10, 22)).isEqualTo(127);
        assertThat(at(12, 20)).isEqualTo(127);
        assertThat(at(10, 20)).isEqualTo(63);
        assertThat(at(12, 22)).isEqualTo(255);
    }

    @Test
    void aShapePaintsAsMuchAsItIsLarge() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Arrays.fill(sheet.pixels, BLACK);
            double radius = 5 + 20 * random.nextDouble();
            double middleX = 132 + random.nextDouble();
            double middleY = 232 + random.nextDouble();
            double[] x = new double[28];
            double[] y = new double[28];
            for (int i = 0; i < 28; i++) {
                x[i] = middleX + radius * Math.cos(Math.PI * i / 14);
                y[i] = middleY + radius * Math.sin(Math.PI * i / 14);
            }
            fill.fill(sheet, x, y, WHITE);
            double painted = 0;
            for (int pixel : sheet.pixels) painted += (pixel & 255) / 255.0;
            double area = 14 * radius * radius * Math.sin(Math.PI / 14);
            double rim = 2 * Math.PI * radius;
            assertThat(painted).isCloseTo(area, within(0.1 * rim));
        }
    }

    @Test
    void whatLiesBeyondTheSheetIsCutOff() {
        square(0, 0, 1000, 1000);
        for (int pixel : sheet.pixels) assertThat(pixel).isEqualTo(WHITE);
        Arrays.fill(sheet.pixels, BLACK);
        square(0, 0, 90, 1000);
        square(170, 0, 1000, 1000);
        square(0, 0, 1000, 190);
        square(0, 270, 1000, 1000);
        for (int pixel : sheet.pixels) assertThat(pixel).isEqualTo(BLACK);
    }

    private void square(double left, double top, double right, double bottom) {
        fill.fill(
                sheet,
                new double[] {left, right, right, left},
                new double[] {top, top, bottom, bottom},
                WHITE);
    }

    private int at(int x, int y) {
        return sheet.pixels[y * SIZE + x] & 255;
    }
}
