package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.people.Stage.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTracksTest {
    /// Frames between finder runs, and the age of a result when it arrives.
    private static final int FINDER = 8;

    private static final int LATE = 2;

    private final PersonTracks tracks = Stage.tracks();
    private final Stage stage = new Stage(1, 0.01);
    private final List<List<FoundPerson>> answers = new ArrayList<>();

    /// As after a cut that cannot wait for the finder: no pass of the network for somebody who is not in the image.
    @Test
    void whoHasLeftTheImageHasNoPlaceInIt() {
        List<Figure> figures =
                List.of(new Figure(1, 300, 360, 300, 1), new Figure(2, 600, 360, 300, 2));
        List<Pose> poses = new ArrayList<>();
        for (Figure each : figures) poses.add(stage.pose(figures, each.box()));
        tracks.newScene(poses);
        assertThat(tracks.places(Stage.WIDTH, Stage.HEIGHT)).hasSize(2);
        assertThat(tracks.places(400, Stage.HEIGHT)).hasSize(1);
    }

    /// One frame: a finder result if one is due, looks, poses.
    private List<TrackedPerson> frame(int n, List<Figure> figures) {
        answers.add(stage.found(figures));
        if (n % FINDER == LATE) tracks.found(answers.get(n - LATE));
        return frame(figures);
    }

    private List<TrackedPerson> frame(List<Figure> figures) {
        return frame(figures, Stage.FRAME);
    }

    private List<TrackedPerson> frame(List<Figure> figures, Frame frame) {
        List<Look> looks = tracks.looks(Stage.WIDTH, Stage.HEIGHT);
        assertThat(looks).hasSizeLessThanOrEqualTo(PersonTracks.MOST);
        return tracks.saw(looks, stage.poses(figures, looks), frame);
    }

    /// Everyone in it wears this colour.
    private static Frame dressed(int argb) {
        ByteBuffer bgra =
                ByteBuffer.allocateDirect(4 * Stage.WIDTH * Stage.HEIGHT)
                        .order(ByteOrder.LITTLE_ENDIAN);
        while (bgra.hasRemaining()) bgra.putInt(argb);
        Frame.Origin origin = new Frame.Origin("stage", 0, 0);
        return new Frame(Stage.WIDTH, Stage.HEIGHT, bgra.flip(), origin, () -> {});
    }

    /// Well known at one place, then no longer there, but found beside it.
    private Set<Integer> identitiesAfterALeap(Frame before, Frame after) {
        List<Figure> here = List.of(standing(1, 400));
        List<Figure> there = List.of(standing(1, 515));
        tracks.found(stage.found(here));
        for (int n = 0; n < 20; n++) frame(here, before);
        tracks.found(stage.found(there));
        Set<Integer> identities = new HashSet<>();
        for (int n = 0; n < 20; n++) {
            frame(there, after).forEach(person -> identities.add(person.identity()));
        }
        return identities;
    }

    /// As after a crossing in which a track went along with whoever walked in front.
    @Test
    void whoAppearsWhereSomeoneInTheSameClothesIsMissingIsTheSame() {
        Frame red = dressed(0xffc02020);
        assertThat(identitiesAfterALeap(red, red)).containsExactly(1);
    }

    @Test
    void inOtherClothesItIsSomeoneElse() {
        assertThat(identitiesAfterALeap(dressed(0xffc02020), dressed(0xff2020c0)))
                .containsExactly(2);
    }

    /// As after a fade that no cut tells, at few frames a second.
    @Test
    void whoStandsInThePlaceOfSomeoneWhoIsGoneIsShownAtOnce() {
        List<Figure> before = List.of(standing(1, 400));
        List<Figure> after = List.of(standing(2, 460));
        tracks.found(stage.found(before));
        for (int n = 0; n < 5; n++) frame(before, dressed(0xffc02020));
        Frame blue = dressed(0xff2020c0);
        // The next frame began before this one was seen, and looks at the place of the one who is
        // gone.
        List<Look> ahead = tracks.looks(Stage.WIDTH, Stage.HEIGHT);
        assertThat(frame(after, blue)).extracting(TrackedPerson::identity).containsExactly(2);
        assertThat(tracks.saw(ahead, stage.poses(after, ahead), blue))
                .extracting(TrackedPerson::identity)
                .containsExactly(2);
        for (int n = 0; n < 5; n++) {
            assertThat(frame(after, blue)).extracting(TrackedPerson::identity).containsExactly(2);
        }
    }

    /// The pose network sees somebody in a stray box too, but not for sure.
    @Test
    void whoIsNotSureToBeThereTakesNobodysPlace() {
        List<Figure> here = List.of(standing(1, 400));
        tracks.found(stage.found(here));
        for (int n = 0; n < 5; n++) frame(here, dressed(0xffc02020));
        List<Look> looks = tracks.looks(Stage.WIDTH, Stage.HEIGHT);
        List<Pose> unsure =
                stage.poses(List.of(standing(2, 460)), looks).stream()
                        .map(pose -> scored(pose, 0.55))
                        .toList();
        assertThat(tracks.saw(looks, unsure, dressed(0xff2020c0))).isEmpty();
        assertThat(tracks.looks(Stage.WIDTH, Stage.HEIGHT)).hasSize(1);
    }

    private static Pose scored(Pose pose, double score) {
        List<Keypoint> joints =
                pose.keypoints().stream()
                        .map(each -> new Keypoint(each.x(), each.y(), score))
                        .toList();
        return new Pose(joints, pose.box());
    }

    /// In a team everyone wears the same: who has been seen beside the missing one keeps their own identity.
    @Test
    void whoIsKnownIsNotTakenForSomeoneMissing() {
        Frame red = dressed(0xffc02020);
        List<Figure> two = List.of(standing(1, 400), standing(2, 515));
        tracks.found(stage.found(two));
        for (int n = 0; n < 20; n++) frame(two, red);
        for (int n = 0; n < 20; n++) {
            assertThat(frame(two.subList(1, 2), red))
                    .extracting(TrackedPerson::identity)
                    .containsExactly(2);
        }
    }

    private static Figure standing(int who, double x) {
        return new Figure(who, x, 360, 300, who);
    }

    @Test
    void somebodyNewIsConfirmedByASecondSighting() {
        List<Figure> one = List.of(standing(1, 400));
        tracks.found(stage.found(one));
        assertThat(frame(one)).isEmpty();
        assertThat(frame(one)).extracting(TrackedPerson::identity).containsExactly(1);
    }

    @Test
    void aSightingThatIsNotRepeatedIsNobody() {
        List<Figure> one = List.of(standing(1, 400));
        tracks.found(stage.found(one));
        assertThat(frame(one)).isEmpty();
        assertThat(frame(List.of())).isEmpty();
        assertThat(frame(List.of())).isEmpty();
        assertThat(tracks.looks(Stage.WIDTH, Stage.HEIGHT)).isEmpty();
    }

    @Test
    void inANewSceneEveryoneIsKnownAtOnce() {
        List<Figure> two = List.of(standing(1, 300), standing(2, 900));
        List<Pose> poses = two.stream().map(figure -> stage.pose(two, figure.box())).toList();
        assertThat(tracks.newScene(poses))
                .extracting(TrackedPerson::identity)
                .containsExactly(1, 2);
        assertThat(frame(two)).extracting(TrackedPerson::identity).containsExactly(1, 2);
        assertThat(tracks.newScene(poses.subList(0, 1)))
                .extracting(TrackedPerson::identity)
                .containsExactly(3);
    }

    /// Hidden for this many frames, then back in the same place, where the finder sees them at once.
    private int identityAfter(int hidden) {
        List<Figure> one = List.of(standing(1, 400));
        tracks.found(stage.found(one));
        for (int n = 0; n < 5; n++) frame(one);
        for (int n = 0; n < hidden; n++) assertThat(frame(List.of())).isEmpty();
        tracks.found(stage.found(one));
        frame(one);
        return frame(one).getFirst().identity();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "29,1", "30,1", "31,2", "100,2"})
    void identityOutlastsThirtyFramesOutOfSight(int hidden, int identity) {
        assertThat(identityAfter(hidden)).isEqualTo(identity);
    }

    /// Behind a pillar for 29 frames, still walking.
    @ParameterizedTest
    @ValueSource(doubles = {0, 2, 5})
    void whoWalksOnOutOfSightIsTheSame(double speed) {
        Set<Integer> identities = new HashSet<>();
        for (int n = 0; n < 120; n++) {
            List<Figure> one = List.of(standing(1, 200 + speed * n));
            boolean hidden = n >= 50 && n < 79;
            frame(n, hidden ? List.of() : one).forEach(person -> identities.add(person.identity()));
        }
        assertThat(identities).containsExactly(1);
    }

    /// Three people of different height and depth cross; records whose identity changes, and when.
    private void cross(IntFunction<List<Figure>> at, int frames) {
        Map<Integer, Integer> whoIs = new HashMap<>();
        Set<Integer> swappedApart = new HashSet<>();
        int swaps = 0;
        int seenApart = 0;
        int apartFrames = 0;
        for (int n = 0; n < frames; n++) {
            List<Figure> figures = at.apply(n);
            boolean apart = apart(figures);
            List<TrackedPerson> seen = frame(n, figures);
            for (TrackedPerson person : seen) {
                int who = Stage.who(person, figures);
                if (who < 0) continue;
                Integer before = whoIs.put(who, person.identity());
                if (before == null || before == person.identity()) continue;
                swaps++;
                if (apart) swappedApart.add(n);
            }
            if (apart && n > 20) {
                apartFrames++;
                seenApart += seen.size();
            }
        }
        System.out.printf(
                "crossing: %d changes of identity, %s apart; %d of %d seen while apart%n",
                swaps, swappedApart.size(), seenApart, 3 * apartFrames);
        assertThat(whoIs).hasSize(3);
        // One swap changes two identities.
        assertThat(swaps).isLessThanOrEqualTo(2);
        assertThat(swappedApart).isEmpty();
        assertThat(new HashSet<>(whoIs.values())).hasSize(3).allMatch(id -> id <= 3);
        assertThat(seenApart).isGreaterThan((int) (0.95 * 3 * apartFrames));
    }

    private static boolean apart(List<Figure> figures) {
        return figures.stream()
                .allMatch(a ->
                        figures.stream().allMatch(b -> a == b || a.box().overlap(b.box()) == 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 5, 6, 7, 9, 12})
    void threeWhoCross(double speed) {
        int frames = (int) (1000 / speed);
        cross(
                n ->
                        List.of(
                                new Figure(1, 140 + speed * n, 360, 320, 1),
                                new Figure(2, 1140 - speed * n, 370, 300, 2),
                                new Figure(3, 640, 350, 280, 3)),
                frames);
    }

    /// All in one place at one time, at three speeds.
    @ParameterizedTest
    @CsvSource({"7,-6,0", "8,-7,1", "6,-9,-1", "10,-5,2"})
    void threeWhoMeetInOnePoint(double first, double second, double third) {
        cross(
                n ->
                        List.of(
                                new Figure(1, 640 + first * (n - 60), 360, 300, 2),
                                new Figure(2, 640 + second * (n - 60), 360, 300, 1),
                                new Figure(3, 640 + third * (n - 60), 360, 300, 3)),
                120);
    }

    @Test
    void peopleComeAndGo() {
        Set<Integer> identities = new HashSet<>();
        for (int n = 0; n < 3_000; n++) {
            // Each crosses in 300 frames, with a new one every 100.
            List<Figure> figures = new ArrayList<>();
            for (int k = Math.max(0, (n - 300) / 100); k <= n / 100; k++) {
                double x = -100 + 5.0 * (n - 100 * k);
                if (x < 1380) figures.add(new Figure(k, x, 360, 300, k));
            }
            frame(n, figures).forEach(person -> identities.add(person.identity()));
            assertThat(tracks.looks(Stage.WIDTH, Stage.HEIGHT)).hasSizeLessThanOrEqualTo(6);
        }
        assertThat(identities).hasSize(30);
    }

    /// Two tracks drifted onto one body: one is dropped in time, and no one is shown twice.
    @Test
    void twoIdentitiesOnOneBodyBecomeOne() {
        List<Figure> two = List.of(standing(1, 400), standing(2, 700));
        tracks.found(stage.found(two));
        for (int n = 0; n < 5; n++) frame(two);
        List<Figure> one = List.of(standing(1, 550));
        for (int n = 0; n < 40; n++) assertThat(frame(one)).hasSizeLessThanOrEqualTo(1);
        assertThat(tracks.looks(Stage.WIDTH, Stage.HEIGHT)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void fiveHundredPeopleHaveABoundedCost() {
        List<FoundPerson> crowd =
                IntStream.range(0, 500)
                        .mapToObj(i ->
                                new FoundPerson(
                                        new BoundingBox(i % 25 * 50, i / 25 * 36, 18, 36), 0.9))
                        .toList();
        List<Figure> figures =
                IntStream.range(0, 500)
                        .mapToObj(i -> new Figure(i, i % 25 * 50 + 9, i / 25 * 36 + 18, 36, 1))
                        .toList();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    for (int n = 0; n < 60; n++) {
                        if (n % FINDER == 0) tracks.found(crowd);
                        assertThat(frame(figures)).hasSizeLessThanOrEqualTo(PersonTracks.MOST);
                    }
                });
        assertThat(frame(figures)).hasSize(PersonTracks.MOST);
    }

    @Test
    void peopleEightPixelsTall() {
        for (int n = 0; n < 40; n++) {
            List<Figure> tiny =
                    List.of(new Figure(1, 300 + n * 0.2, 300, 8, 1), new Figure(2, 330, 300, 8, 2));
            List<TrackedPerson> seen = frame(n, tiny);
            if (n > 12) {
                assertThat(seen).extracting(TrackedPerson::identity).containsExactly(1, 2);
            }
        }
    }

    @Test
    void boxesOutsideThePictureAndNonsenseAreNotLookedAt() {
        tracks.found(
                List.of(
                        new FoundPerson(new BoundingBox(2000, 100, 100, 200), 0.9),
                        new FoundPerson(new BoundingBox(-150, -300, 100, 200), 0.9),
                        new FoundPerson(new BoundingBox(Double.NaN, 0, 100, 200), 0.9),
                        new FoundPerson(new BoundingBox(100, 100, 0, 0), 0.9)));
        for (int n = 0; n < 5; n++) {
            assertThat(tracks.looks(Stage.WIDTH, Stage.HEIGHT)).isEmpty();
        }
    }

    @Test
    void aPoseOfNonsenseIsNobody() {
        List<Figure> one = List.of(standing(1, 400));
        tracks.found(stage.found(one));
        frame(one);
        List<Look> looks = tracks.looks(Stage.WIDTH, Stage.HEIGHT);
        Pose nonsense =
                new Pose(
                        java.util.Collections.nCopies(
                                17,
                                new org.hrscope.domain.Keypoint(
                                        Double.NaN, Double.NaN, Double.NaN)),
                        looks.getFirst().box());
        assertThat(tracks.saw(looks, List.of(nonsense), Stage.FRAME)).isEmpty();
    }

    /// A persistent false detection costs two looks, not two per run.
    @Test
    void aPlaceWhereNobodyWasIsLeftAlone() {
        int looked = 0;
        for (int n = 0; n < 64; n++) {
            if (n % FINDER == 0) {
                tracks.found(
                        List.of(new FoundPerson(new BoundingBox(100 + n, 100, 300, 400), 0.4)));
            }
            List<Look> looks = tracks.looks(Stage.WIDTH, Stage.HEIGHT);
            looked += looks.size();
            tracks.saw(looks, stage.poses(List.of(), looks), Stage.FRAME);
        }
        assertThat(looked).isEqualTo(1);
    }

    /// The next frame's looks are requested before this frame's poses are known.
    @Test
    void framesMayOverlap() {
        Set<Integer> identities = new HashSet<>();
        List<Look> before = List.of();
        List<Figure> beforeFigures = List.of();
        for (int n = 0; n < 100; n++) {
            List<Figure> figures = List.of(standing(1, 200 + 6.0 * n), standing(2, 1000 - n));
            answers.add(stage.found(figures));
            if (n % FINDER == LATE) tracks.found(answers.get(n - LATE));
            List<Look> looks = tracks.looks(Stage.WIDTH, Stage.HEIGHT);
            tracks.saw(before, stage.poses(beforeFigures, before), Stage.FRAME)
                    .forEach(person -> identities.add(person.identity()));
            before = looks;
            beforeFigures = figures;
        }
        assertThat(identities).containsExactlyInAnyOrder(1, 2);
    }
}
