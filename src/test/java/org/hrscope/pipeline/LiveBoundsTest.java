package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonTracks;
import org.hrscope.people.ToldFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a source may do to the live loop: each frame has its result, and costs no more than so many poses and so many
/// runs of the finder.
@Timeout(120)
class LiveBoundsTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int FINDER_MILLIS = 65;

    private final FramePool pool = new FramePool();
    private final AtomicInteger searches = new AtomicInteger();
    private PoseEstimator estimator;
    private int results;
    private int mostPeople;

    @BeforeEach
    void open() throws Problem {
        estimator = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
    }

    @AfterEach
    void close() {
        estimator.close();
    }

    /// Plain frames of one level each.
    private final class Plain implements FrameSource {
        private final SourceInfo info = new SourceInfo("plain", 0, 30, true);
        private final IntUnaryOperator level;
        private int next;

        Plain(IntUnaryOperator level) {
            this.level = level;
        }

        @Override
        public SourceInfo info() {
            return info;
        }

        @Override
        public Frame next() {
            int now = next++;
            int pixel = 0xff000000 | level.applyAsInt(now) * 0x010101;
            Frame.Origin origin = new Frame.Origin("plain", now, now * 1_000_000_000L / 30);
            return pool.frame(
                    WIDTH,
                    HEIGHT,
                    origin,
                    pixels -> {
                        for (int i = 0; i < WIDTH * HEIGHT; i++) pixels.putInt(4 * i, pixel);
                    });
        }

        @Override
        public void close() {}
    }

    private PersonFinder telling(LongFunction<List<FoundPerson>> people) {
        return new ToldFinder(frame -> {
            searches.incrementAndGet();
            return people.apply(frame.origin().index());
        });
    }

    /// @return as it ended
    private LiveWalk play(FrameSource source, PersonFinder finder, int frames)
            throws Problem, InterruptedException {
        try (source;
                finder;
                LiveWalk live = new LiveWalk(source, estimator, finder, FINDER_MILLIS)) {
            live.play(
                    frames,
                    index -> index + 1,
                    result -> {
                        results++;
                        mostPeople = Math.max(mostPeople, result.people().size());
                    });
            assertThat(results).isEqualTo(frames);
            return live;
        }
    }

    private static List<FoundPerson> crowd(double size) {
        List<FoundPerson> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double x = i % 25 * 12.7 + 8;
            double y = i / 25 * 8.3 + 6;
            many.add(new FoundPerson(BoundingBox.around(x, y, size / 2, size), 0.9 - i * 1e-3));
        }
        return many;
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 41, 0.01})
    void fiveHundredPeopleCostAsMuchAsTwenty(double size) throws Exception {
        LiveWalk live = play(new Plain(_ -> 90), telling(_ -> crowd(size)), 12);
        assertThat(live.mostPoses()).isLessThanOrEqualTo(PersonTracks.MOST);
        assertThat(mostPeople).isLessThanOrEqualTo(PersonTracks.MOST);
    }

    /// The finder may take a third of the time, however often it is needed.
    @Test
    void aSceneCutAtEachFrameDoesNotStallTheLoop() throws Exception {
        LiveWalk live = play(new Plain(n -> n % 2 * 220 + 10), telling(_ -> List.of()), 90);
        assertThat(live.seconds()).isBetween(2.9, 3.2);
        double most = live.seconds() * 1000 / FINDER_MILLIS / 3 + 1;
        assertThat(searches.get()).isBetween(8, (int) most);
    }

    /// Somebody may come in at any moment, but an empty room is not searched all the time.
    @Test
    void nobodyCostsAQuarterOfACore() throws Exception {
        LiveWalk live = play(new Plain(_ -> 90), telling(_ -> List.of()), 150);
        assertThat(live.mostPoses()).isZero();
        double most = live.seconds() * 1000 / FINDER_MILLIS / 4 + 1;
        assertThat(searches.get()).isBetween(8, (int) most);
    }

    /// A whole crowd in a thumbnail.
    @Test
    void peopleEightPixelsTallAreNoTrouble() throws Exception {
        CrowdSource tiny = new CrowdSource(Crowd.standing(20), 160, 46);
        PersonFinder finder = new FinderOpener().bundled();
        LiveWalk live = play(tiny, finder, 15);
        assertThat(live.mostPoses()).isLessThanOrEqualTo(PersonTracks.MOST);
    }

    /// As a finder does whose file is broken in a way that shows only when it runs.
    @Test
    void aFinderThatFailsAtEachRunIsTold() {
        PersonFinder broken =
                new ToldFinder(frame -> {
                    throw new Problem("model.run", "finder");
                });
        assertThatThrownBy(() -> play(new Plain(_ -> 90), broken, 3)).isInstanceOf(Problem.class);
    }
}
