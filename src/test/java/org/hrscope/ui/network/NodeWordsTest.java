package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.TextWidths;
import org.hrscope.ui.lab.PeakSlices;
import org.hrscope.ui.network.HrNetMapLayoutTest.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is written below the nodes of the whole map, at all sizes of the dock.
@ExtendWith(FxToolkit.class)
class NodeWordsTest {
    private static final double MARGIN = MapCanvas.MARGIN;

    private record Word(String text, double x, double y) {}

    private final TextWidths widths = new TextWidths();

    /// @param edge right of the last node and below the lowest, in pixels
    private static MapScene scene(MapLayout map, double scale, double edge) {
        double right = 0;
        double bottom = 0;
        for (MapNode node : map.nodes()) {
            right = Math.max(right, node.box().right());
            bottom = Math.max(bottom, node.box().bottom());
        }
        return new MapScene(
                map,
                AffineTransform2D.scaleThenShift(scale, scale, MARGIN / 2, MARGIN / 2),
                MapEdges.GUTTER + right * scale + MARGIN / 2 + edge,
                MapEdges.HEAD + bottom * scale + MARGIN / 2 + edge,
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

    private List<Word> sizes(MapScene scene) {
        List<Word> words = new ArrayList<>();
        Drawing to =
                (Drawing)
                        Proxy.newProxyInstance(
                                Drawing.class.getClassLoader(),
                                new Class<?>[] {Drawing.class},
                                (_, method, said) -> {
                                    assertThat(method.getName()).isEqualTo("centred");
                                    words.add(
                                            new Word(
                                                    (String) said[0],
                                                    (double) said[1],
                                                    (double) said[2]));
                                    return null;
                                });
        NodeWords all = NodeWords.of(scene, widths);
        for (MapNode node : scene.map().nodes()) {
            if (!node.bead()) all.paint(to, node, scene.on(node.box()));
        }
        words.removeIf(word -> !word.text.contains("×"));
        return words;
    }

    @Test
    void allSizesOrNone() {
        FxToolkit.run(() -> {
            Set<Integer> counts = new HashSet<>();
            for (double aspect : new double[] {3, 4, 6}) {
                MapLayout map = MapShape.of(Sample.W48.map(), aspect);
                for (double scale = 0.4; scale < 2; scale += 0.05) {
                    MapScene scene = scene(map, scale, 30);
                    List<Word> sizes = sizes(scene);
                    counts.add(sizes.size());
                }
            }
            long pictures = Sample.W48.map().nodes().stream().filter(node -> !node.bead()).count();
            assertThat(counts).containsExactlyInAnyOrder(0, (int) pictures);
        });
    }

    /// The whole map ends this close to the edges of its dock.
    @Test
    void noSizeIsCutAtTheEdge() {
        FxToolkit.run(() -> {
            boolean any = false;
            for (double aspect : new double[] {3, 4, 6}) {
                MapLayout map = MapShape.of(Sample.W48.map(), aspect);
                for (double scale = 0.4; scale < 2; scale += 0.02) {
                    MapScene scene = scene(map, scale, 6);
                    for (Word word : sizes(scene)) {
                        double half = widths.of(word.text, MapPainter.SMALL) / 2;
                        assertThat(word.x + half).isLessThanOrEqualTo(scene.width());
                        assertThat(word.y + 6).isLessThanOrEqualTo(scene.height());
                        any = true;
                    }
                }
            }
            assertThat(any).isTrue();
        });
    }
}
