package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hrscope.Shared;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Task;
import org.hrscope.inference.ImageNetwork;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the map shows of the finder is what the finder itself computes.
class FinderViewTest {

    @ParameterizedTest
    @CsvSource({"333, 211", "97, 250", "320, 320"})
    void theFinderIsSeenOnTheInputThatItGets(int width, int height) throws Exception {
        ModelFile file = new FinderOpener().lookInto(null);
        Letterbox letterbox =
                Letterbox.centred(
                        width, height, file.info().inputWidth(), file.info().inputHeight());
        try (ImageNetwork finder = ImageNetwork.bundled(FinderOpener.BUNDLED)) {
            seenAlike(file, finder, letterbox, finder.format(114), width, height);
        }
    }

    @Test
    void soIsAFinderFromAFile() throws Exception {
        Path yolox = Shared.file("models/yolox_nano_416.onnx");
        ModelFile file = new FinderOpener().lookInto(yolox);
        assertThat(file.info().task()).isEqualTo(Task.BOXES);
        Letterbox letterbox = Letterbox.topLeft(333, 211, 416, 416);
        try (ImageNetwork finder = ImageNetwork.open(yolox)) {
            seenAlike(file, finder, letterbox, PixelFormat.levels(114), 333, 211);
        }
    }

    private static void seenAlike(
            ModelFile file,
            ImageNetwork finder,
            Letterbox letterbox,
            PixelFormat format,
            int width,
            int height)
            throws Exception {
        String output = file.info().output();
        FinderView view = new FinderView(file.info());
        try (Frame frame = noise(width, height);
                InnerSession inner = InnerSession.beside(file, file.graph(), Set.of(output))) {
            finder.show(frame, letterbox.toInput(), format);
            float[] live = finder.run().get(output).toArray();
            Person whole = view.of(width, height).all().getFirst();
            inner.crop(frame, whole.estimate().geometry());
            float[] shown = inner.run(List.of(output)).get(output).toArray();
            assertThat(shown).hasSameSizeAs(live);
            for (int i = 0; i < live.length; i++) {
                assertThat(shown[i]).isCloseTo(live[i], within(2e-3f));
            }
        }
    }

    /// A cell's centre is the same place by the decoder and by the geometry that overlays are drawn with.
    @Test
    void anOverlayLiesWhereTheDecoderPutsPeople() throws Exception {
        ModelInfo info = new FinderOpener().lookInto(null).info();
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
