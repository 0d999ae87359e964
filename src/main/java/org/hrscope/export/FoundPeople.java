package org.hrscope.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.json.Json;

/// What a run found, picture by picture, to be written in either of COCO's forms. One thread.
public final class FoundPeople {
    private record Picture(CocoImage image, List<FoundPose> people) {}

    private final List<Picture> pictures = new ArrayList<>();

    /// @throws Problem `coco.notFinite` where a joint lies nowhere
    public void add(CocoImage image, List<FoundPose> people) throws Problem {
        for (FoundPose person : people) {
            for (Keypoint at : person.pose().keypoints()) {
                if (!Double.isFinite(at.x() + at.y() + at.score())) {
                    throw new Problem("coco.notFinite", image.fileName());
                }
            }
        }
        pictures.add(new Picture(image, List.copyOf(people)));
    }

    public int pictures() {
        return pictures.size();
    }

    public int people() {
        return pictures.stream().mapToInt(each -> each.people.size()).sum();
    }

    /// The plain list of results, one a person.
    ///
    /// @throws Problem `file.unwritable`, `json.notFinite`
    public void writeResults(Path file) throws Problem {
        List<CocoResult> results = new ArrayList<>();
        for (Picture each : pictures) {
            for (FoundPose person : each.people) results.add(CocoResult.of(each.image, person));
        }
        write(file, results);
    }

    /// Pictures, people and the names of the joints.
    ///
    /// @param least the score from which a joint counts as seen
    /// @throws Problem `file.unwritable`, `json.notFinite`
    public void writeCoco(Path file, Skeleton skeleton, double least) throws Problem {
        List<CocoFile.Annotation> people = new ArrayList<>();
        for (Picture each : pictures) {
            for (FoundPose person : each.people) {
                people.add(CocoFile.annotation(people.size() + 1L, each.image, person, least));
            }
        }
        List<CocoImage> images = pictures.stream().map(Picture::image).toList();
        write(file, new CocoFile(images, people, List.of(CocoFile.Category.person(skeleton))));
    }

    private static void write(Path file, Object value) throws Problem {
        new Json(Json.Names.SNAKE_CASE).write(file, value);
    }
}
