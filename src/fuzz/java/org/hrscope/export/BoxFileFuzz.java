package org.hrscope.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.Hammer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged box files, in both formats.
class BoxFileFuzz {
    private static final Path PICTURE = Path.of("/pictures/val/000000000785.jpg");

    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        List<byte[]> seeds =
                List.of(
                        """
                        {"images": [{"id": 785, "file_name": "val/000000000785.jpg"}],
                         "categories": [{"id": 1, "name": "person"}, {"id": 2, "name": "ski"}],
                         "annotations": [
                          {"image_id": 785, "category_id": 1, "bbox": [1, 2.5, 3e1, 4], "iscrowd": 0},
                          {"image_id": "785", "category_id": 2, "bbox": null},
                          {"image_id": 785, "category_id": 1, "bbox": [0, 0, 9, 9], "iscrowd": 1}]}
                        """
                                .getBytes(),
                        """
                        [{"image_id": 785, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.9},
                         {"image_id": "a\\u00e9\\n", "category_id": 1, "bbox": [-1, 2, 3, 4], "score": -1}]
                        """
                                .getBytes());
        Path file = folder.resolve("fuzz.json");
        Hammer.run(
                "boxes",
                seeds,
                90_000,
                bytes -> {
                    PersonBoxes boxes = PersonBoxes.read(Files.write(file, bytes));
                    boxes.of(PICTURE);
                    boxes.ids();
                    boxes.passedOver().forEach(Object::toString);
                });
    }
}
