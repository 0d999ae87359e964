package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultSmoothingTest {
    private static final long FRAME = 33_000_000;
    private final ResultSmoothing smoothing = new ResultSmoothing();

    private static PipelineResult result(long index, double... xs) {
        Frame frame =
                new Frame(
                        1,
                        1,
                        ByteBuffer.allocateDirect(4),
                        new Frame.Origin("camera", index, index * FRAME),
                        () -> {});
        List<Person> people = new ArrayList<>();
        for (double x : xs) {
            Pose pose = new Pose(List.of(new Keypoint(x, 5, 0.9)), new BoundingBox(0, 0, 100, 200));
            Estimate estimate =
                    new Estimate(
                            pose,
                            new Heatmaps(0, 1, 1, new float[0]),
                            null,
                            new Estimate.Times(0, 0, 0));
            people.add(new Person(people.size() + 1, estimate, 0.9));
        }
        return new PipelineResult(frame, null, new People(people), 0, 0, 0);
    }

    private double shown(long index, int who, boolean live, Smoothing wanted, double... xs) {
        Person person =
                smoothing.of(result(index, xs), live, wanted).people().of(who).orElseThrow();
        assertThat(person.estimate().pose().keypoints().getFirst().x()).isEqualTo(xs[who - 1]);
        return person.pose().keypoints().getFirst().x();
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER,true,false", "NEVER,false,false", "LIVE,true,true",
        "LIVE,false,false", "ALWAYS,true,true", "ALWAYS,false,true"
    })
    void whatIsSmoothed(Smoothing.When when, boolean live, boolean smooth) {
        Smoothing wanted = new Smoothing(when, OneEuro.STANDARD);
        shown(1, 1, live, wanted, 10);
        double second = shown(2, 1, live, wanted, 14);
        if (smooth) assertThat(second).isGreaterThan(10).isLessThan(14);
        else assertThat(second).isEqualTo(14);
    }

    @Test
    void eachPersonByThemselves() {
        shown(1, 1, true, Smoothing.STANDARD, 10, 500);
        assertThat(shown(2, 2, true, Smoothing.STANDARD, 14, 500)).isEqualTo(500);
        assertThat(shown(3, 1, true, Smoothing.STANDARD, 14, 500)).isBetween(10.0, 14.0);
    }

    @Test
    void switchedOffAndOnItBeginsAnew() {
        shown(1, 1, true, Smoothing.STANDARD, 10);
        shown(2, 1, true, Smoothing.OFF, 14);
        assertThat(shown(3, 1, true, Smoothing.STANDARD, 30)).isEqualTo(30);
    }

    @Test
    void anotherPassBeginsAnew() {
        Smoothing always = new Smoothing(Smoothing.When.ALWAYS, OneEuro.STANDARD);
        shown(9, 1, false, always, 10);
        assertThat(shown(0, 1, false, always, 80)).isEqualTo(80);
    }
}
