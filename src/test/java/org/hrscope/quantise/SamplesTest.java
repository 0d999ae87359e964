package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final int COUNT = 12;
    private static final int STEP = 16;

    @Test
    void nobodyLooksForTheDemoFigureAndAllOfItIsInItsCrop() throws Exception {
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            List<Sample> samples =
                    new Samples(_ -> new DemoSource(), estimator, SamplesTest::unasked, COUNT)
                            .of(List.of(new SourceSpec.Demo()), _ -> {});
            assertThat(samples).hasSize(COUNT);
            DemoFigure figure =
                    new DemoFigure(DemoSource.SEED, DemoSource.WIDTH, DemoSource.HEIGHT);
            for (int i = 0; i < COUNT; i++) {
                AffineTransform2D toInput = samples.get(i).geometry().toInput();
                assertThat(figure.truth((long) i * STEP))
                        .allSatisfy(joint -> {
                            assertThat(toInput.x(joint.x(), joint.y())).isBetween(0.0, 191.0);
                            assertThat(toInput.y(joint.x(), joint.y())).isBetween(0.0, 255.0);
                        });
            }
        }
    }

    private static PersonFinder unasked() {
        throw new AssertionError("a finder was opened");
    }
}
