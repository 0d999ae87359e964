package org.hrscope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundPose;
import org.hrscope.pipeline.Grabbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SeparateImagesTest {
    private final AtomicInteger freed = new AtomicInteger();

    private Grabbed image(int index) {
        Frame frame =
                new Frame(
                        1,
                        1,
                        ByteBuffer.allocateDirect(4),
                        new Frame.Origin("image " + index, index, 0),
                        freed::incrementAndGet);
        return new Grabbed(frame, new SourceInfo("folder", 4, 0, false), 0);
    }

    private static List<FoundPose> answer(double score) {
        Pose pose = new Pose(List.of(), new BoundingBox(0, 0, 1, 1));
        return List.of(new FoundPose(pose, score, null));
    }

    private static PeopleFinder.Search begin(PeopleFinder finder, Grabbed image) throws Problem {
        return finder.begin(image, List.of(), new NetworkAnswers(null));
    }

    @Test
    void theNextImagesAreFinishedWhileTheOldestStillWaits() throws Problem {
        CountDownLatch others = new CountDownLatch(3);
        PeopleFinder slowFirst =
                (grabbed, _, _) ->
                        () -> {
                            long index = grabbed.frame().origin().index();
                            if (index > 0) others.countDown();
                            else awaitAll(others);
                            return answer(index);
                        };
        try (SeparateImages separate = new SeparateImages(slowFirst, 2)) {
            assertThat(separate.atOnce()).isEqualTo(4);
            List<PeopleFinder.Search> begun = new ArrayList<>();
            for (int i = 0; i < separate.atOnce(); i++) {
                try (Grabbed image = image(i)) {
                    begun.add(begin(separate, image));
                }
            }
            for (int i = 0; i < begun.size(); i++) {
                assertThat(begun.get(i).people()).isEqualTo(answer(i));
            }
        }
        assertThat(freed).hasValue(4);
    }

    private static void awaitAll(CountDownLatch others) {
        try {
            assertThat(others.await(10, TimeUnit.SECONDS)).as("begun beside the first").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As where the system has no thread left.
    @Test
    void anImageThatNoThreadTakesIsGivenBack() throws Problem {
        SeparateImages separate = new SeparateImages((_, _, _) -> () -> answer(1), 1);
        separate.close();
        try (Grabbed image = image(0)) {
            assertThatThrownBy(() -> begin(separate, image)).isInstanceOf(RuntimeException.class);
        }
        assertThat(freed).hasValue(1);
    }

    @Test
    void aFailureIsToldOfItsOwnImageAndTheOthersAreKept() throws Problem {
        PeopleFinder third =
                (grabbed, _, _) ->
                        () -> {
                            long index = grabbed.frame().origin().index();
                            if (index == 1) throw new Problem("model.run", "net", "no memory");
                            return answer(index);
                        };
        try (SeparateImages separate = new SeparateImages(third, 1)) {
            PeopleFinder.Search good;
            PeopleFinder.Search bad;
            try (Grabbed first = image(0);
                    Grabbed second = image(1)) {
                good = begin(separate, first);
                bad = begin(separate, second);
            }
            assertThat(good.people()).isEqualTo(answer(0));
            assertThatThrownBy(bad::people)
                    .isInstanceOfSatisfying(
                            Problem.class, e -> assertThat(e.key()).isEqualTo("model.run"));
        }
        assertThat(freed).as("frames given back").hasValue(2);
    }
}
