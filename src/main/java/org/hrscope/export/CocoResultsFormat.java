package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import org.hrscope.domain.Skeleton;
import org.hrscope.json.Json;
import org.hrscope.json.JsonList;
import org.jspecify.annotations.Nullable;

/// The plain list of results, one per person.
///
/// See https://cocodataset.org/#format-results
public final class CocoResultsFormat implements FileSink.Format {
    private @Nullable JsonList list;

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws IOException {
        list = new Json(Json.Names.SNAKE_CASE).list(to, null);
    }

    @Override
    public void frame(FoundImage found) throws IOException {
        if (list == null) return;
        for (FoundPose person : found.people()) list.add(CocoResult.of(found.image(), person));
    }

    @Override
    public void end() throws IOException {
        if (list != null) list.end();
    }
}
