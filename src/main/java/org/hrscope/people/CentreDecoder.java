package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Tensor;

/// The output of our own finder, [1, 5, H/4, W/4]: logit of "a person's centre is in this cell", log width and log
/// height in cells, and the centre's offset (x, y) from the cell's centre in cells.
final class CentreDecoder implements BoxDecoder {
    static final int CHANNELS = 5;

    /// Input pixels per cell.
    static final int CELL = 4;

    private static final double LEAST = 0.08;
    private static final Suppression SUPPRESSION = new Suppression(0.6);

    @Override
    public List<FoundPerson> decode(Tensor output) {
        int height = output.shape().size(2);
        int width = output.shape().size(3);
        int cells = height * width;
        float[] y = output.toArray();
        List<FoundPerson> found = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int cell = row * width + column;
                double score = 1 / (1 + Math.exp(-y[cell]));
                if (!(score > LEAST) || !highest(y, row, column, height, width)) continue;
                BoundingBox box =
                        BoundingBox.around(
                                (column + 0.5 + y[3 * cells + cell]) * CELL,
                                (row + 0.5 + y[4 * cells + cell]) * CELL,
                                size(y[cells + cell]),
                                size(y[2 * cells + cell]));
                if (Boxes.finite(box)) found.add(new FoundPerson(box, score));
            }
        }
        return SUPPRESSION.of(found, PersonFinder.MOST);
    }

    private static double size(float logarithm) {
        return Math.exp(Math.clamp(logarithm, -2.0, 5.0)) * CELL;
    }

    /// Whether the cell is a local maximum among its eight neighbours.
    private static boolean highest(float[] y, int row, int column, int height, int width) {
        float here = y[row * width + column];
        for (int r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
                if (y[r * width + c] > here) return false;
            }
        }
        return true;
    }
}
