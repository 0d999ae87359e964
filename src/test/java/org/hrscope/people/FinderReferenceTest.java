package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrscope.Shared;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finder against PyTorch's detections with the same network on the same images.
class FinderReferenceTest {
    private static final double PIXEL = 1;
    private static final double SCORE = 0.01;

    @TempDir Path folder;

    /// By image: rows of score, left, top, right, bottom.
    record Reference(Map<String, List<List<Double>>> boxes) {}

    private Map<String, List<List<Double>>> reference() throws IOException, Problem {
        Path file = Shared.file("models/person_finder_boxes.json");
        Path whole = folder.resolve("boxes.json");
        Files.writeString(whole, "{\"boxes\": " + Files.readString(file) + "}");
        return new Json(Json.Names.AS_WRITTEN).read(whole, Reference.class).boxes();
    }

    @Test
    void findsTheBoxesOfTheReference() throws IOException, Problem {
        Map<String, List<List<Double>>> reference = reference();
        assertThat(reference).hasSize(4);
        double worstPixel = 0;
        double worstScore = 0;
        try (PersonFinder finder =
                new FinderOpener().open(Shared.file("models/person_finder_320.onnx"))) {
            for (Map.Entry<String, List<List<Double>>> picture : reference.entrySet()) {
                List<FoundPerson> found;
                try (Frame frame = Pictures.read(Shared.file("images/" + picture.getKey()))) {
                    found = finder.find(frame);
                }
                assertThat(found).as(picture.getKey()).hasSameSizeAs(picture.getValue());
                for (int i = 0; i < found.size(); i++) {
                    List<Double> row = picture.getValue().get(i);
                    BoundingBox box = found.get(i).box();
                    worstScore = Math.max(worstScore, Math.abs(found.get(i).score() - row.get(0)));
                    worstPixel = Math.max(worstPixel, Math.abs(box.x() - row.get(1)));
                    worstPixel = Math.max(worstPixel, Math.abs(box.y() - row.get(2)));
                    worstPixel = Math.max(worstPixel, Math.abs(box.x() + box.width() - row.get(3)));
                    worstPixel =
                            Math.max(worstPixel, Math.abs(box.y() + box.height() - row.get(4)));
                }
            }
        }
        System.out.printf(
                "the finder's boxes are off by %.3f pixels and %.4f in score at most%n",
                worstPixel, worstScore);
        assertThat(worstPixel).isCloseTo(0, within(PIXEL));
        assertThat(worstScore).isCloseTo(0, within(SCORE));
    }
}
