package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.json.Json;
import org.hrscope.json.JsonList;
import org.jspecify.annotations.Nullable;

/// The plain list of results, one per person.
///
/// See https://cocodataset.org/#format-results
public final class CocoResultsFormat implements FileSink.Format {
    private final Angles asked;
    private Angles.In angles = Angles.In.NONE;
    private @Nullable JsonList list;

    public CocoResultsFormat(Angles asked) {
        this.asked = asked;
    }

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws IOException, Problem {
        angles = asked.in(skeleton);
        list = new Json(Json.Names.SNAKE_CASE).list(to, null);
    }

    @Override
    public void frame(FoundImage found) throws IOException {
        if (list == null) return;
        for (FoundPose person : found.people()) {
            list.add(CocoResult.of(found.image(), person, angles));
        }
    }

    @Override
    public void end() throws IOException {
        if (list != null) list.end();
    }
}
