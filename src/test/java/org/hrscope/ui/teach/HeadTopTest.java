package org.hrscope.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.junit.jupiter.api.Test;

class HeadTopTest {
    private final Skeleton coco = Skeletons.byId("coco17").orElseThrow();

    private static Pose pose(List<Keypoint> joints) {
        return new Pose(joints, new BoundingBox(0, 0, 1, 1));
    }

    /// In shares of the figure's height, also where it turns, bends and walks.
    @Test
    void liesOnTheTopOfTheDemoFigure() {
        double worst = 0;
        double sum = 0;
        int count = 0;
        for (int seed = 0; seed < 3; seed++) {
            DemoFigure figure = new DemoFigure(seed, 640, 360);
            for (long index = 13; index < 2000; index += 37) {
                Keypoint top = HeadTop.of(pose(figure.truth(index)), coco).orElseThrow();
                Keypoint truth = figure.headTop(index);
                double off =
                        Math.hypot(top.x() - truth.x(), top.y() - truth.y())
                                / figure.figureHeight(index);
                worst = Math.max(worst, off);
                sum += off;
                count++;
            }
        }
        assertThat(sum / count).isLessThan(0.02);
        assertThat(worst).isLessThan(0.06);
    }

    @Test
    void withoutAFaceOrShouldersThereIsNone() {
        List<Keypoint> unseen = java.util.Collections.nCopies(17, new Keypoint(3, 4, 0));
        assertThat(HeadTop.of(pose(unseen), coco)).isEmpty();
        Skeleton hand = Skeleton.numbered(21);
        List<Keypoint> seen = java.util.Collections.nCopies(21, new Keypoint(3, 4, 1));
        assertThat(HeadTop.of(pose(seen), hand)).isEmpty();
    }
}
