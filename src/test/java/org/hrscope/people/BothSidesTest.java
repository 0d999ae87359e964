package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;

class BothSidesTest {
    private static final int SIDE = 320;
    private static final BoundingBox BOX = new BoundingBox(10.5, 20, 40, 81);
    private static final BoundingBox NEAR = new BoundingBox(12.5, 24, 44, 83);
    private static final BoundingBox APART = new BoundingBox(70, 20, 40, 81);

    @Test
    void whoeverIsSeenInBothIsTheMean() {
        assertThat(
                        BothSides.of(
                                List.of(new FoundPerson(BOX, 0.3)),
                                List.of(new FoundPerson(NEAR, 0.7))))
                .containsExactly(new FoundPerson(new BoundingBox(11.5, 22, 42, 82), 0.5));
    }

    @Test
    void whoeverIsSeenInOneOnlyCountsLess() {
        List<FoundPerson> both =
                BothSides.of(
                        List.of(new FoundPerson(BOX, 0.9), new FoundPerson(NEAR, 0.4)),
                        List.of(new FoundPerson(APART, 0.95), new FoundPerson(BOX, 0.5)));
        assertThat(both).extracting(FoundPerson::box).containsExactly(BOX, APART, NEAR);
        assertThat(both.get(0).score()).isCloseTo(0.7, within(1e-9));
        assertThat(both.get(1).score()).isBetween(0.4, 0.9);
        assertThat(both.get(2).score()).isLessThan(0.4);
    }

    /// With the bundled finder on four figures, at the size of its input, so that no pixel is resampled: where the
    /// image is mirrored, so are the boxes.
    @Test
    void theMirrorImageHasTheSamePeople() throws Problem {
        try (CrowdSource source = new CrowdSource(Crowd.standing(4));
                Frame large = source.next();
                Frame frame = sampled(large, x -> 4 * x);
                Frame mirrored = sampled(large, x -> 4 * (SIDE - 1 - x));
                PersonFinder finder = new FinderOpener().bundled()) {
            List<FoundPerson> here = finder.findTwice(frame);
            List<FoundPerson> there = finder.findTwice(mirrored);
            assertThat(here).hasSameSizeAs(there).hasSizeGreaterThanOrEqualTo(4);
            for (int i = 0; i < here.size(); i++) {
                BoundingBox box = here.get(i).box();
                BoundingBox other = there.get(i).box();
                assertThat(other.x() + other.width()).isCloseTo(SIDE - box.x(), within(0.01));
                assertThat(other.x()).isCloseTo(SIDE - box.x() - box.width(), within(0.01));
                assertThat(there.get(i).score()).isCloseTo(here.get(i).score(), within(1e-4));
            }
        }
    }

    private static Frame sampled(Frame from, IntUnaryOperator column) {
        ByteBuffer pixels = from.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return Pictures.painted(
                SIDE,
                SIDE,
                (x, y) -> {
                    int row = Math.min(4 * y, from.height() - 1);
                    return pixels.getInt(4 * (row * from.width() + column.applyAsInt(x)));
                });
    }
}
