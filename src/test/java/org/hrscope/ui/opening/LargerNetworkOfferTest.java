package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.junit.jupiter.api.Test;

/// When the larger network is offered. Without a toolkit.
class LargerNetworkOfferTest {
    private static final long SECOND = 1_000_000_000;

    private final LargerNetworkOffer offer = new LargerNetworkOffer(false, () -> {});

    /// One person a score, which all their joints have.
    private static People people(double... scores) {
        List<Person> all = new ArrayList<>();
        for (double score : scores) {
            Pose pose = new Pose(List.of(new Keypoint(1, 1, score)), new BoundingBox(0, 0, 9, 9));
            Estimate estimate =
                    new Estimate(
                            pose,
                            new Heatmaps(0, 1, 1, new float[0]),
                            null,
                            new Estimate.Times(0, 0, 0));
            all.add(new Person(all.size() + 1, estimate, score));
        }
        return new People(all);
    }

    /// Ten times a second, the first at `from` seconds.
    private void seconds(double from, double to, boolean fair, People people) {
        for (double at = from; at < to; at += 0.1) offer.pulse(people, fair, (long) (at * SECOND));
    }

    private boolean open() {
        return offer.openProperty().get();
    }

    @Test
    void itComesAfterSomeUnsureSecondsAndOnce() {
        seconds(-2.5, 2.3, true, people(0.3, 0.2, 0.9));
        assertThat(open()).isFalse();
        seconds(2.3, 3, true, people(0.3, 0.2, 0.9));
        assertThat(open()).isTrue();
        assertThat(offer.made()).isTrue();
        offer.decline();
        seconds(3, 60, true, people(0.3));
        assertThat(open()).isFalse();
    }

    @Test
    void oneSureMomentBeginsAnew() {
        seconds(1, 5, true, people(0.3));
        seconds(5, 5.05, true, people(0.3, 0.9));
        seconds(5.1, 9.9, true, people(0.3));
        assertThat(open()).isFalse();
        seconds(9.9, 10.4, true, people(0.3));
        assertThat(open()).isTrue();
    }

    @Test
    void neitherFiguresNorOtherNetworksNorEmptyRoomsCount() {
        seconds(1, 20, false, people(0.3));
        seconds(20, 40, true, People.NOBODY);
        seconds(40, 60, true, people(0.9));
        assertThat(open()).isFalse();
        assertThat(offer.made()).isFalse();
    }

    @Test
    void itGoesWhenTheNetworkIsChanged() {
        seconds(1, 10, true, people(0.3));
        offer.pulse(people(0.3), false, 11 * SECOND);
        assertThat(open()).isFalse();
    }

    @Test
    void whoWasAskedInAnEarlierSessionIsNotAskedAgain() {
        LargerNetworkOffer again = new LargerNetworkOffer(true, () -> {});
        for (int at = 0; at < 60; at++) again.pulse(people(0.3), true, at * SECOND);
        assertThat(again.openProperty().get()).isFalse();
    }
}
