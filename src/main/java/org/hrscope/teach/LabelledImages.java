package org.hrscope.teach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.teach.Labels.Labelled;

/// The images of [Labels], each read once for all people on it. One thread.
public final class LabelledImages {
    private final Map<Path, List<Labelled>> images = new LinkedHashMap<>();
    private final PoseEngine.SourceOpening opening;

    public LabelledImages(List<Labelled> people, PoseEngine.SourceOpening opening) {
        this.opening = opening;
        for (Labelled person : people) {
            images.computeIfAbsent(person.image(), _ -> new ArrayList<>()).add(person);
        }
    }

    public int count() {
        return images.size();
    }

    /// Everybody, as a network sees them.
    ///
    /// @param progress told how many images are done
    /// @throws Problem from the reader or an image; the first ends it
    public List<LabelledPerson> see(FeatureReader reader, IntConsumer progress)
            throws Problem, InterruptedException {
        List<LabelledPerson> seen = new ArrayList<>();
        int done = 0;
        for (var image : images.entrySet()) {
            FrameRun.run(
                    () -> opening.open(new SourceSpec.Picture(image.getKey())),
                    grabbed -> {
                        Frame frame = grabbed.frame();
                        for (Labelled person : image.getValue()) {
                            BoundingBox box = person.box();
                            if (box == null) {
                                box = BoundingBox.wholePicture(frame.width(), frame.height());
                            }
                            seen.add(reader.read(frame, box, person.clicks()));
                        }
                        return false;
                    });
            progress.accept(++done);
        }
        return seen;
    }
}
