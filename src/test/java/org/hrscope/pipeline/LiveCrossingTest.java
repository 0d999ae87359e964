package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.Person;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.WhoIsWho;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Figures that walk by each other, played live with the bundled networks on machines of different speeds.
@Timeout(300)
class LiveCrossingTest {
    private static final int SECONDS = 6;

    /// @param every 2 where the loop gets every second frame; -4 where it loses up to three at random
    @ParameterizedTest
    @CsvSource({"15, 1, 150", "25, 3, 65", "30, -4, 40"})
    void threeWhoCrossStayWhoTheyAre(int framesPerSecond, int every, int finderMillis)
            throws Problem, InterruptedException {
        WhoIsWho who = new WhoIsWho();
        Crowd crowd = Crowd.crossing(framesPerSecond);
        walk(crowd, SECONDS * framesPerSecond, newest(every), finderMillis, who);
        System.out.printf(
                "live, %d fps, 1 of %d, finder %d ms: %s%n",
                framesPerSecond, every, finderMillis, who);
        assertThat(who.swappedApart()).isZero();
        // One swap changes two identities.
        assertThat(who.swappedMeeting()).isLessThanOrEqualTo(2);
        assertThat(who.identityOf().values()).doesNotHaveDuplicates().hasSize(3);
        assertThat(who.seen()).isGreaterThan(0.9);
    }

    /// A street, five frames a second: nobody who is followed is suddenly elsewhere.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void peopleInAStreetStayWhoTheyAre(int every) throws Problem, InterruptedException {
        var clip = new SourceSpec.Video(Shared.file("images/people.mp4"));
        SourceOpener sources = new SourceOpener(new Cameras(), _ -> new DemoSource());
        Map<Integer, BoundingBox> last = new HashMap<>();
        int[] most = {0};
        try (FrameSource source = sources.open(clip, new FramePool());
                PersonFinder finder = new FinderOpener().bundled();
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                LiveWalk live = new LiveWalk(source, estimator, finder, 65)) {
            live.play(
                    5,
                    newest(every),
                    result -> {
                        most[0] = Math.max(most[0], result.people().size());
                        people(result)
                                .forEach((identity, joints) -> {
                                    BoundingBox box = WhoIsWho.box(joints);
                                    BoundingBox before = last.put(identity, box);
                                    if (before == null) return;
                                    assertThat(before.overlap(box)).as("" + identity).isPositive();
                                });
                    });
        }
        System.out.printf(
                "people.mp4 live, 1 of %d: %d at once, %d identities%n",
                every, most[0], last.size());
        assertThat(most[0]).isGreaterThanOrEqualTo(6);
        assertThat(last).hasSizeLessThanOrEqualTo(most[0] + 1);
    }

    private static LongUnaryOperator newest(int every) {
        Random random = new Random(5);
        return index -> index + (every > 0 ? every : 1 + random.nextInt(-every));
    }

    static void walk(
            Crowd crowd, int frames, LongUnaryOperator newest, int finderMillis, WhoIsWho who)
            throws Problem, InterruptedException {
        List<Long> shown = new ArrayList<>();
        try (CrowdSource source = new CrowdSource(crowd);
                PersonFinder finder = new FinderOpener().bundled();
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                LiveWalk live = new LiveWalk(source, estimator, finder, finderMillis)) {
            live.play(
                    frames,
                    newest,
                    result -> {
                        long index = result.frame().origin().index();
                        shown.add(index);
                        who.compare(
                                crowd.truth(index, DemoSource.WIDTH, DemoSource.HEIGHT),
                                people(result));
                    });
        }
        assertThat(shown).isSorted().doesNotHaveDuplicates();
    }

    private static Map<Integer, List<Keypoint>> people(PipelineResult result) {
        return result.people().all().stream()
                .collect(Collectors.toMap(Person::identity, each -> each.pose().keypoints()));
    }
}
