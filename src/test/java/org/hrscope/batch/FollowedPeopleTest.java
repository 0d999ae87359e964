package org.hrscope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FoundPose;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PoseLanes;
import org.hrscope.people.SecondLook;
import org.hrscope.people.ToldFinder;
import org.hrscope.people.WhoIsWho;
import org.hrscope.pipeline.Grabbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures that walk by each other, found and followed by the bundled networks: who is who is known.
@Timeout(300)
class FollowedPeopleTest {
    private final WhoIsWho who = new WhoIsWho();

    /// They touch each other from second 1.9 to 4.0. The whole walk is played once, what leads up to the meeting and
    /// follows it at every rate.
    @ParameterizedTest
    @CsvSource({"15, 0, 6", "25, 1.3, 4.6", "30, 1.3, 4.6"})
    void threeWhoCrossStayWhoTheyAre(int framesPerSecond, double from, double till) throws Problem {
        Crowd crowd = Crowd.crossing(framesPerSecond);
        Deque<Map<Integer, List<Keypoint>>> truths = new ArrayDeque<>();
        Deque<PeopleFinder.Search> searches = new ArrayDeque<>();
        Deque<Grabbed> held = new ArrayDeque<>();
        try (CrowdSource source = new CrowdSource(crowd);
                PersonFinder finder = new FinderOpener().bundled();
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            PoseLanes lanes =
                    new PoseLanes(estimator, new EstimationOptions(Decoder.QUARTER, false));
            FollowedPeople following = new FollowedPeople(lanes, finder);
            long first = Math.round(from * framesPerSecond);
            source.seek(first);
            for (long index = first; index < till * framesPerSecond; index++) {
                Grabbed grabbed = new Grabbed(source.next(), source.info(), 0);
                held.add(grabbed);
                truths.add(crowd.truth(index, DemoSource.WIDTH, DemoSource.HEIGHT));
                searches.add(following.begin(grabbed, List.of(), new NetworkAnswers(null)));
                if (searches.size() == 2) {
                    compare(truths.remove(), searches.remove().people());
                    held.remove().close();
                }
            }
            compare(truths.remove(), searches.remove().people());
            held.remove().close();
        }
        System.out.printf("crossing figures, %d fps: %s%n", framesPerSecond, who);
        assertThat(who.swappedApart()).isZero();
        // One swap changes two identities.
        assertThat(who.swappedMeeting()).isLessThanOrEqualTo(2);
        assertThat(who.identityOf().values()).doesNotHaveDuplicates().hasSize(3);
        assertThat(who.identities()).isLessThanOrEqualTo(4);
        assertThat(who.seen()).isGreaterThan(0.9);
    }

    /// Whoever comes in later is judged as those who are there at first: the flip test's means have other peaks than what
    /// the threshold was chosen for.
    @Test
    void whoComesInLaterDoesNotDependOnTheFlipTest() throws Problem {
        BoundingBox box = new BoundingBox(430, 20, 420, 680);
        List<FoundPerson> there = new ArrayList<>();
        try (DemoSource demo = new DemoSource();
                Frame frame = demo.next();
                PersonFinder finder = new ToldFinder(_ -> List.copyOf(there));
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            EstimationOptions flip = new EstimationOptions(Decoder.QUARTER, true);
            double plain =
                    sureness(
                            estimator.estimate(
                                    frame, box, new EstimationOptions(Decoder.QUARTER, false)));
            double flipped = sureness(estimator.estimate(frame, box, flip));
            double between = 2 * SecondLook.SURE / (plain + flipped);
            FollowedPeople following = new FollowedPeople(new PoseLanes(estimator, flip), finder);
            boolean seen = false;
            for (int i = 0; i < 8; i++) {
                try (Grabbed grabbed = new Grabbed(frame.retain(), demo.info(), 0)) {
                    NetworkAnswers answers = new NetworkAnswers(null);
                    seen |= !following.begin(grabbed, List.of(), answers).people().isEmpty();
                }
                there.clear();
                there.add(new FoundPerson(box, between * between));
            }
            assertThat(seen).isEqualTo(plain > flipped);
        }
    }

    /// As where another build began it, which asked for other boxes.
    @Test
    void aRunThatWasBegunOtherwiseIsNotGoneOnWith() throws Problem {
        try (DemoSource demo = new DemoSource();
                Frame frame = demo.next();
                PersonFinder finder = new ToldFinder(_ -> List.of());
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                Grabbed grabbed = new Grabbed(frame.retain(), demo.info(), 0)) {
            PoseLanes lanes =
                    new PoseLanes(estimator, new EstimationOptions(Decoder.QUARTER, true));
            CocoImage image = new CocoImage(1, "a", 9, 9, 0L, null);
            SavedImage nothing = new SavedImage(0, image, "a", List.of(), List.of(), List.of());
            assertThatThrownBy(() ->
                            new FollowedPeople(lanes, finder)
                                    .begin(grabbed, List.of(), new NetworkAnswers(nothing)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("another version");
            List<List<Double>> found = List.of(List.of(430.0, 20.0, 420.0, 680.0, 0.9));
            SavedImage other =
                    new SavedImage(
                            0,
                            image,
                            "a",
                            List.of(),
                            List.of(found),
                            List.of(
                                    List.of(
                                            new SavedImage.SavedLook(
                                                    List.of(0.0, 0.0, 9.0, 9.0), List.of()))));
            assertThatThrownBy(() ->
                            new FollowedPeople(lanes, finder)
                                    .begin(grabbed, List.of(), new NetworkAnswers(other)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("another version");
            SavedImage more =
                    new SavedImage(
                            0,
                            image,
                            "a",
                            List.of(),
                            List.of(List.of(), List.of()),
                            List.of(List.of(), List.of()));
            NetworkAnswers answers = new NetworkAnswers(more);
            assertThat(
                            new FollowedPeople(lanes, finder)
                                    .begin(grabbed, List.of(), answers)
                                    .people())
                    .isEmpty();
            assertThatThrownBy(() -> answers.asked(frame))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("another version");
        }
    }

    private static double sureness(Estimate estimate) {
        return SecondLook.sureness(1, estimate.pose());
    }

    private void compare(Map<Integer, List<Keypoint>> truth, List<FoundPose> found) {
        who.compare(
                truth,
                found.stream()
                        .collect(
                                Collectors.toMap(
                                        FoundPose::trackId, each -> each.pose().keypoints())));
    }
}
