package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.CountedFrames;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.Person;
import org.hrscope.people.PersonMode;
import org.hrscope.people.SecondLook;
import org.hrscope.people.ToldFinder;
import org.hrscope.people.WhoIsWho;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two demo figures side by side, found by a finder that is told where they stand, estimated by the bundled network.
@Timeout(120)
class CrowdAnalysisTest {
    private static final EngineSettings EVERYONE =
            new EngineSettings(Decoder.QUARTER, false, PersonMode.EVERYONE, null, 1, true);

    private final SourceInfo clip = new SourceInfo("clip", 0, 30, false);
    private final FramePool pool = new FramePool();
    private final AtomicInteger searches = new AtomicInteger();
    private final CountedFrames frames = new CountedFrames();
    private volatile List<FoundPerson> there = List.of();
    private volatile long takes;
    private PoseEstimator estimator;
    private CrowdAnalysis analysis;

    private List<FoundPerson> find(Frame frame) {
        searches.incrementAndGet();
        LockSupport.parkNanos(takes);
        return there;
    }

    @BeforeEach
    void open() throws Problem {
        estimator = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        analysis = new CrowdAnalysis(() -> new ToldFinder(this::find), () -> {});
    }

    @AfterEach
    void close() {
        analysis.close();
        estimator.close();
        assertThat(frames.out()).as("frames still held").isZero();
    }

    /// So many figures side by side, all as the demo shows them first.
    private Grabbed figures(int count, SourceInfo source, long index) {
        return figures(count, source, source.name(), index);
    }

    private Grabbed figures(int count, SourceInfo source, String name, long index) {
        try (DemoSource demo = new DemoSource();
                Frame shown = demo.next()) {
            int width = shown.width();
            Frame.Origin origin = new Frame.Origin(name, index, index * 33_000_000);
            Frame painted =
                    pool.frame(
                            width * Math.max(1, count),
                            shown.height(),
                            origin,
                            pixels -> {
                                for (int i = 0; i < pixels.capacity() / 4; i++) {
                                    int x = i % (width * Math.max(1, count));
                                    int y = i / (width * Math.max(1, count));
                                    int value =
                                            count == 0
                                                    ? 0xff000000
                                                    : shown.pixels()
                                                            .getInt(4 * (y * width + x % width));
                                    pixels.putInt(4 * i, value);
                                }
                            });
            return new Grabbed(frames.of(painted), source, 0);
        }
    }

    /// The means of the flip test have other peaks than what the threshold was chosen for.
    @Test
    void whoIsThereDoesNotDependOnTheFlipTest() throws Problem {
        BoundingBox box = places(1).getFirst().box();
        double plain;
        double flipped;
        try (Grabbed grabbed = figures(1, clip, 0)) {
            plain = sureness(grabbed.frame(), box, false);
            flipped = sureness(grabbed.frame(), box, true);
        }
        double between = 2 * SecondLook.SURE / (plain + flipped);
        there = List.of(new FoundPerson(box, between * between));
        EngineSettings flip =
                new EngineSettings(Decoder.QUARTER, true, PersonMode.EVERYONE, null, 1, true);
        try (Grabbed grabbed = figures(1, clip, 1)) {
            analysis.begin(grabbed, estimator, flip, 0);
        }
        try (PipelineResult result = analysis.finish()) {
            assertThat(result.people().isEmpty()).isEqualTo(plain < flipped);
        }
    }

    private double sureness(Frame frame, BoundingBox box, boolean flip) throws Problem {
        EstimationOptions options = new EstimationOptions(Decoder.QUARTER, flip);
        return SecondLook.sureness(1, estimator.estimate(frame, box, options).pose());
    }

    private static List<FoundPerson> places(int count) {
        List<FoundPerson> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(new FoundPerson(new BoundingBox(1280 * i + 430, 20, 420, 680), 0.9));
        }
        return places;
    }

    private List<Integer> identities(Grabbed grabbed) throws Problem {
        try (grabbed) {
            analysis.begin(grabbed, estimator, EVERYONE, 0);
        }
        try (PipelineResult result = analysis.finish()) {
            return result.people().all().stream().map(Person::identity).toList();
        }
    }

    @Test
    void everyoneIsFoundInTheFirstFrameAndKeepsTheirIdentity() throws Problem {
        there = places(2);
        assertThat(identities(figures(2, clip, 0))).containsExactly(1, 2);
        assertThat(searches).hasValue(1);
        for (long i = 1; i < 6; i++) {
            assertThat(identities(figures(2, clip, i))).containsExactly(1, 2);
        }
    }

    @Test
    void framesInFlightKeepTheirOrderAndTheirPeople() throws Problem {
        there = places(2);
        identities(figures(2, clip, 0));
        for (long i = 1; i < 5; i++) {
            try (Grabbed grabbed = figures(2, clip, i)) {
                analysis.begin(grabbed, estimator, EVERYONE, 0);
            }
            if (!analysis.full()) continue;
            try (PipelineResult result = analysis.finish()) {
                assertThat(result.frame().origin().index()).isEqualTo(i - 1);
                assertThat(result.people().size()).isEqualTo(2);
            }
        }
    }

    @Test
    void aFrameWithoutPeopleIsAnOrdinaryResult() throws Problem {
        assertThat(identities(figures(0, clip, 0))).isEmpty();
        assertThat(identities(figures(0, clip, 1))).isEmpty();
    }

    @Test
    void anotherSourceIsSearchedAnewThoughItHasTheSameName() throws Problem {
        there = places(2);
        identities(figures(2, clip, 0));
        there = places(1);
        SourceInfo other = new SourceInfo("clip", 0, 30, false);
        assertThat(identities(figures(1, other, 0))).hasSize(1);
    }

    @Test
    void aStandingFrameIsEstimatedAgainForEveryoneInIt() throws Problem {
        there = places(2);
        try (Grabbed grabbed = figures(2, clip, 0)) {
            analysis.begin(grabbed, estimator, EVERYONE, 0);
            try (PipelineResult first = analysis.finish();
                    PipelineResult again =
                            analysis.again(
                                    grabbed,
                                    first,
                                    estimator,
                                    new EngineSettings(
                                            Decoder.ARGMAX,
                                            false,
                                            PersonMode.EVERYONE,
                                            null,
                                            1,
                                            true))) {
                assertThat(again.people().all().stream().map(Person::identity))
                        .containsExactly(1, 2);
            }
        }
    }

    /// Also where the crops of two who meet have the same joint as their highest peak.
    @Test
    void aStandingFrameEstimatedAgainAsBeforeShowsTheSame() throws Problem {
        Crowd crowd = Crowd.crossing(10);
        try (CrowdSource source = new CrowdSource(crowd)) {
            SourceInfo info = source.info();
            source.seek(18);
            there =
                    crowd.truth(18, DemoSource.WIDTH, DemoSource.HEIGHT).values().stream()
                            .map(joints -> new FoundPerson(WhoIsWho.box(joints), 0.9))
                            .toList();
            for (int i = 18; i < 26; i++) {
                try (Grabbed grabbed = new Grabbed(source.next(), info, 0)) {
                    analysis.begin(grabbed, estimator, EVERYONE, 0);
                    try (PipelineResult shown = analysis.finish();
                            PipelineResult again =
                                    analysis.again(grabbed, shown, estimator, EVERYONE)) {
                        assertThat(joints(again)).as("frame %d", i).isEqualTo(joints(shown));
                    }
                }
                // Nobody new: when a newcomer counts depends on the clock.
                there = List.of();
            }
        }
    }

    private static List<List<Keypoint>> joints(PipelineResult result) {
        return result.people().all().stream().map(each -> each.pose().keypoints()).toList();
    }

    @Test
    void aFinderThatCannotBeHadIsToldEachTimeItIsAskedFor() {
        try (CrowdAnalysis without =
                new CrowdAnalysis(
                        () -> {
                            throw new Problem("file.missing", "finder.onnx");
                        },
                        () -> {})) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(
                                () -> {
                                    try (Grabbed grabbed = figures(1, clip, 0)) {
                                        without.begin(grabbed, estimator, EVERYONE, 0);
                                    }
                                })
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("finder.onnx");
                without.restart();
            }
        }
    }

    @Test
    void hundredsOfBoxesCostNoMoreThanForty() throws Problem {
        List<FoundPerson> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new FoundPerson(new BoundingBox(2 * i, i % 50, 8, 8), 0.5));
        }
        there = many;
        assertThat(identities(figures(0, clip, 0))).isEmpty();
    }

    @Test
    void eachPassOfALoopIsCountedFromOne() throws Problem {
        there = places(2);
        assertThat(identities(figures(2, clip, 0))).containsExactly(1, 2);
        assertThat(identities(figures(2, clip, 600))).as("a seek").containsExactly(3, 4);
        assertThat(identities(figures(2, clip, 601))).containsExactly(3, 4);
        assertThat(identities(figures(2, clip, 600))).as("a step back").containsExactly(3, 4);
        assertThat(identities(figures(2, clip, 0))).containsExactly(1, 2);
    }

    /// The finder, which had a frame wait, may not have another wait so soon.
    @Test
    void whoStandsInTheSamePlaceAfterACutIsSeenBeforeTheFinderMayRun() throws Problem {
        takes = 500_000_000;
        there = places(1);
        assertThat(identities(between(0xff000000, 0xffffffff, 0))).containsExactly(1);
        assertThat(identities(between(0xffffffff, 0xff000000, 1))).containsExactly(2);
        assertThat(searches).hasValue(1);
        assertThat(identities(between(0xff000000, 0xffffffff, 2))).containsExactly(3);
        assertThat(identities(figures(0, clip, 3))).isEmpty();
        assertThat(searches).hasValue(1);
    }

    /// A figure between two plain walls.
    private Grabbed between(int left, int right, long index) {
        Grabbed figure = figures(1, clip, index);
        Frame frame = figure.frame();
        int edge = (int) places(1).getFirst().box().x();
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < edge; x++) {
                int row = y * frame.width();
                frame.pixels().putInt(4 * (row + x), left);
                frame.pixels().putInt(4 * (row + frame.width() - 1 - x), right);
            }
        }
        return figure;
    }

    /// Three frames a second, as with a large network: between two of them the figure's clothes change and it squats, and
    /// no cut tells so.
    @Test
    void aFigureIsSeenInEveryFrameHoweverRareTheyAre() throws Problem {
        try (DemoSource demo = new DemoSource()) {
            there = List.of(new FoundPerson(WhoIsWho.box(demo.figure().truth(300)), 0.9));
            for (int i = 300; i < 660; i += 10) {
                demo.seek(i);
                Grabbed grabbed = new Grabbed(frames.of(demo.next()), demo.info(), 0);
                assertThat(identities(grabbed)).as("frame %d", i).hasSize(1);
                there = List.of();
            }
        }
    }

    /// Turned over quickly: each image comes once, so none may wait for the finder's next turn.
    @Test
    void everyImageOfAFolderIsSearched() throws Problem {
        takes = 200_000_000;
        SourceInfo folder = new SourceInfo("folder", 3, 0, false);
        for (int i = 0; i < 3; i++) {
            int count = 1 + i % 2;
            there = places(count);
            assertThat(identities(figures(count, folder, i + ".png", i))).hasSize(count);
        }
    }
}
