package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Tensor;

/// YOLOX's output, [1, cells of strides 8, 16 and 32, 5 + classes]: centre (x, y) in cells from the cell's corner,
/// log width and log height in cells, objectness, class scores. Class 0 is person, as in COCO. Expects an export
/// without `--decode_in_inference`, the default (Megvii-BaseDetection/YOLOX, `demo_postprocess`).
///
/// @param width,height of the input
record YoloxDecoder(int width, int height) implements BoxDecoder {
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final int OBJECTNESS = 4;
    private static final int PERSON = 5;

    /// Box, objectness and one class.
    static final int LEAST_COLUMNS = PERSON + 1;

    private static final double LEAST = 0.1;
    private static final Suppression SUPPRESSION = new Suppression(0.45);

    /// Number of rows for an input of this size.
    int cells() {
        return STRIDES.stream().mapToInt(stride -> height / stride * (width / stride)).sum();
    }

    @Override
    public List<FoundPerson> decode(Tensor output) {
        int columns = output.shape().size(2);
        float[] y = output.toArray();
        List<FoundPerson> found = new ArrayList<>();
        int at = 0;
        for (int stride : STRIDES) {
            for (int row = 0; row < height / stride; row++) {
                for (int column = 0; column < width / stride; column++, at += columns) {
                    double score = (double) y[at + OBJECTNESS] * y[at + PERSON];
                    if (!(score > LEAST)) continue;
                    BoundingBox box =
                            BoundingBox.around(
                                    (y[at] + column) * stride,
                                    (y[at + 1] + row) * stride,
                                    Math.exp(y[at + 2]) * stride,
                                    Math.exp(y[at + 3]) * stride);
                    if (Boxes.finite(box)) found.add(new FoundPerson(box, Math.min(1, score)));
                }
            }
        }
        return SUPPRESSION.of(found, PersonFinder.MOST);
    }
}
