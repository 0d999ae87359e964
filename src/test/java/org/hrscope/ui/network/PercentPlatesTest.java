package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.ui.lab.PeakSlices;
import org.hrscope.ui.network.HrNetMapLayoutTest.Sample;
import org.hrscope.ui.network.MapNode.Box;
import org.hrscope.ui.network.PercentPlates.Plate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the shares stand on the map.
class PercentPlatesTest {
    private static final double WIDE = 27;
    private static final int FINE = 2000;

    private static MapScene scene(MapLayout map, double scale) {
        return new MapScene(
                map,
                AffineTransform2D.scaleThenShift(scale, scale, 12, 6),
                1280,
                260,
                Map.of(),
                null,
                null,
                false,
                null,
                MapMarks.NONE,
                PeakSlices.NONE,
                Map.of(),
                Set.of(),
                null,
                MapColours.LIGHT);
    }

    /// At the scales of a low and a high dock, and of a file.
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.6, 0.75, 1, 1.25, 2, 3})
    void platesTouchNoOtherLineAndNoOtherNode(double scale) {
        platesKeepClear(Sample.BUNDLED.map(), scale);
        // Rows and columns as in a low and in a high dock.
        platesKeepClear(MapShape.of(Sample.BUNDLED.map(), 6), scale);
        platesKeepClear(MapShape.of(Sample.BUNDLED.map(), 3), scale);
    }

    /// In the dock of a small window, where lines leave no room for one of four.
    @Test
    void platesLieBesideTheirNodesWhereThereIsRoom() {
        MapLayout map = MapShape.of(Sample.BUNDLED.map(), 6);
        MapScene scene = scene(map, 0.5);
        List<Plate> plates = plates(map);
        List<Box> boxes = new PercentPlates(scene).of(plates);
        long onNodes =
                IntStream.range(0, 4)
                        .filter(i ->
                                scene.on(plates.get(i).line().from().box()).meets(boxes.get(i)))
                        .count();
        assertThat(onNodes).isEqualTo(1);
    }

    private static List<Plate> plates(MapLayout map) {
        MapNode sum = map.node("stage4.1.fused.0").orElseThrow();
        return map.links().stream()
                .filter(link -> link.to().equals(sum))
                .map(link -> new Plate(link, WIDE, 4))
                .toList();
    }

    private static void platesKeepClear(MapLayout map, double scale) {
        MapScene scene = scene(map, scale);
        List<Plate> plates = plates(map);
        assertThat(plates).hasSize(4);
        List<Box> boxes = new PercentPlates(scene).of(plates);
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            MapLink own = plates.get(i).line();
            for (MapLink line : map.links()) {
                if (!line.equals(own)) assertThat(runsThrough(scene, line, box)).isFalse();
            }
            for (MapNode node : map.nodes()) {
                if (node != own.from() && node != own.via())
                    assertThat(scene.on(node.box()).meets(box)).as(node.name()).isFalse();
            }
        }
    }

    private static boolean runsThrough(MapScene scene, MapLink line, Box box) {
        for (int i = 0; i <= FINE; i++) {
            double t = (double) i / FINE;
            double middle = (line.startX() + line.endX()) / 2;
            double u = 1 - t;
            double x =
                    u * u * u * line.startX()
                            + 3 * u * u * t * middle
                            + 3 * u * t * t * middle
                            + t * t * t * line.endX();
            double y =
                    (u * u * u + 3 * u * u * t) * line.startY()
                            + (3 * u * t * t + t * t * t) * line.endY();
            if (scene.on(new Box(x, y, 0, 0)).meets(box)) return true;
        }
        return false;
    }
}
