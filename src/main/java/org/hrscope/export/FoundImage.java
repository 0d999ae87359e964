package org.hrscope.export;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// One image, or frame of a video, with everyone found in it.
///
/// @param file       index of its file in the run, from 0
/// @param image      its name and id
/// @param outputName of its annotated copy
/// @param pixels     held by the caller; null if already drawn and released
public record FoundImage(
        int file,
        CocoImage image,
        String outputName,
        List<FoundPose> people,
        @Nullable Frame pixels) {

    public FoundImage {
        people = List.copyOf(people);
    }

    /// @throws Problem `coco.notFinite` if a joint or box is not finite: no format can express that
    void check() throws Problem {
        for (FoundPose person : people) {
            BoundingBox box = person.pose().box();
            double sum = box.x() + box.y() + box.width() + box.height() + person.boxScore();
            for (Keypoint at : person.pose().keypoints()) sum += at.x() + at.y() + at.score();
            if (!Double.isFinite(sum)) throw new Problem("coco.notFinite", image.fileName());
        }
    }
}
