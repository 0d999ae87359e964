package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hrscope.ui.network.HrNetMapLayoutTest.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapShapeTest {
    @ParameterizedTest
    @CsvSource({
        "W16, 9",
        "W16, 4.3",
        "W16, 2.1",
        "W32, 12",
        "W32, 5.7",
        "W32, 3.1",
        "V2_W18, 4",
        "W48, 1"
    })
    void nodesKeepTheirSizeAndDoNotMeet(Sample sample, double aspect) {
        MapLayout before = sample.map();
        MapLayout map = MapShape.of(before, aspect);
        assertThat(map.nodes()).hasSameSizeAs(before.nodes());
        for (int i = 0; i < map.nodes().size(); i++) {
            MapNode node = map.nodes().get(i);
            assertThat(node.box().width()).isEqualTo(before.nodes().get(i).box().width());
            assertThat(node.box().height()).isEqualTo(before.nodes().get(i).box().height());
            assertThat(node.box().right()).isLessThanOrEqualTo(map.width() + 0.01);
            assertThat(node.box().bottom()).isLessThanOrEqualTo(map.height());
            for (MapNode other : map.nodes().subList(0, i)) {
                assertThat(node.box().meets(other.box()))
                        .as(node.name() + " and " + other.name())
                        .isFalse();
            }
        }
        for (MapLink link : map.links()) {
            assertThat(map.nodes()).contains(link.from(), link.to());
            assertThat(link.from().box().right()).isLessThan(link.to().box().x());
            MapNode bead = link.via();
            if (bead == null) continue;
            assertThat(bead.box())
                    .isEqualTo(
                            MapLink.bead(
                                    link.from().box(),
                                    link.to().box(),
                                    link.port(),
                                    bead.box().width() / 2));
        }
        for (int i = 1; i < map.headings().size(); i++) {
            assertThat(map.headings().get(i).x()).isGreaterThan(map.headings().get(i - 1).right());
        }
    }

    /// Between the narrowest and the widest a map has exactly the shape of its dock.
    @ParameterizedTest
    @CsvSource({"W16, 3.7", "W16, 2.6", "W16, 6.5", "W32, 6.1", "W32, 4.4", "W48, 9"})
    void theMapHasTheShapeOfItsDock(Sample sample, double aspect) {
        MapLayout map = MapShape.of(sample.map(), aspect);
        assertThat(map.width() / map.height()).isCloseTo(aspect, within(0.01));
    }
}
