package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ImageNetwork;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the map shows of the finder is what the finder itself computes.
class FinderViewTest {

    @ParameterizedTest
    @CsvSource({"333, 211", "97, 250", "320, 320"})
    void theFinderIsSeenOnTheInputThatItGets(int width, int height) throws Exception {
        ModelFile file = new FinderOpener().bundledFile();
        String output = file.info().output();
        FinderView view = new FinderView(file.info());
        Letterbox letterbox =
                Letterbox.centred(
                        width, height, file.info().inputWidth(), file.info().inputHeight());
        try (Frame frame = noise(width, height);
                ImageNetwork finder = ImageNetwork.bundled(FinderOpener.BUNDLED);
                InnerSession inner = InnerSession.beside(file, file.graph(), Set.of(output))) {
            finder.show(frame, letterbox.toInput(), finder.format(114));
            float[] live = finder.run().get(output).toArray();
            Person whole = view.of(width, height).all().getFirst();
            inner.crop(frame, whole.estimate().geometry());
            Map<String, Tensor> seen = inner.run(List.of(output));
            float[] shown = seen.get(output).toArray();
            assertThat(shown).hasSameSizeAs(live);
            for (int i = 0; i < live.length; i++) {
                assertThat(shown[i]).isCloseTo(live[i], within(2e-3f));
            }
        }
    }

    /// A cell's centre is the same place by the decoder and by the geometry that overlays are drawn with.
    @Test
    void anOverlayLiesWhereTheDecoderPutsPeople() throws Exception {
        ModelInfo info = new FinderOpener().bundledFile().info();
        int width = 640;
        int height = 427;
        AffineTransform2D fromCells =
                new FinderView(info)
                        .of(width, height)
                        .all()
                        .getFirst()
                        .estimate()
                        .geometry()
                        .fromHeatmap();
        Letterbox letterbox =
                Letterbox.centred(width, height, info.inputWidth(), info.inputHeight());
        int column = 31;
        int row = 46;
        Keypoint overlaid = new Keypoint(column, row, 1).moved(fromCells);
        BoundingBox decoded =
                letterbox.toPicture(
                        BoundingBox.around(
                                (column + 0.5) * CentreDecoder.CELL,
                                (row + 0.5) * CentreDecoder.CELL,
                                8,
                                8));
        assertThat(overlaid.x()).isCloseTo(decoded.centerX(), within(1e-9));
        assertThat(overlaid.y()).isCloseTo(decoded.centerY(), within(1e-9));
    }

    private static Frame noise(int width, int height) {
        byte[] bytes = new byte[width * height * 4];
        new Random(7).nextBytes(bytes);
        return new FramePool()
                .frame(width, height, new Frame.Origin("noise", 0, 0), pixels -> pixels.put(bytes));
    }
}
